#pragma once

#include <string>
#include <vector>

// What was accepted of a document, and what it is now. Golden files stand in one folder a document:
// texte.txt (its words), pages.txt (where each run of glyphs stands), structure.txt (its tags, as
// poppler reads them back from the PDF) and, for some, page-1.png (its first page, a pixel a point,
// four greys).
namespace goldens {

struct File {
  std::string name;  // "pages.txt"
  std::string content;
};

// All the files of an example document, or of a chapter of the guide (« guide- » and its id), as
// they would be accepted today; with its picture or not. Empty if the document cannot be made;
// `problem` says why.
[[nodiscard]] std::vector<File> made(const std::string& id, bool picture, std::string& problem);

// What differs from the files accepted in `folder`, one text a file that differs, its name first.
// A picture that differs is written, beside the one accepted, into `differences`.
[[nodiscard]] std::vector<std::string> compared(const std::vector<File>& files,
                                                const std::string& folder,
                                                const std::string& differences);

// Accepts all of them.
void accept(const std::vector<File>& files, const std::string& folder);

}  // namespace goldens
