#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pdf {

enum class Outcome { passed, failed, not_applicable };

// One rule and what became of it.
struct Finding {
  std::string id;     // "figures-alternative"
  std::string title;  // French
  Outcome outcome = Outcome::passed;
  std::vector<std::string> details;  // French; what failed, and where; at most twenty-one
};

struct Report {
  std::vector<Finding> findings;
  // No rule failed. Not a certificate: a machine cannot judge whether an alternative is right.
  [[nodiscard]] bool passed() const;
  // The finding of a rule, or nothing.
  [[nodiscard]] const Finding* find(std::string_view id) const;
};

struct InspectOptions {
  std::size_t outline_beyond = 10;  // pages; a longer document needs an outline and page labels
};

// Reads a PDF of any program with libqpdf and checks the conditions of the Matterhorn protocol 1.1
// (PDF Association) that a machine can, and a few of our own. Broken or hostile bytes make failed
// rules, never an exception.
[[nodiscard]] Report inspect(const std::string& bytes, const InspectOptions& options = {});

// All that is read of the tree, or what other formats write too: without the bullets and numbers
// of lists, nor the calls of notes; and the notes after all the rest, in the order of their calls.
enum class Extent { all, common };

// The text in the order of the structure tree, blocks on lines of their own; what is outside of
// it (running heads, page numbers) is left out, and so is the hyphen of a broken word. Empty for a
// file that is not tagged.
[[nodiscard]] std::string extract_text(const std::string& bytes, Extent extent = Extent::all);
// Its words, cut at white space, the no-break ones included.
[[nodiscard]] std::vector<std::string> extract_words(const std::string& bytes,
                                                     Extent extent = Extent::all);

}  // namespace pdf
