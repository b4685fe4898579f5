#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace pdf {

// The number of an indirect object; 0 is none. Always generation 0.
struct Reference {
  int number = 0;
};

// The file as a list of numbered objects. Entries are the inside of a dictionary, in PDF syntax
// (made with tokens.hpp), without the angle brackets. Objects keep the order of creation.
//
// Behind it stands libharu, used for what it does well: objects, page tree, compressed streams,
// cross-reference table and trailer. Its drawing, text, font and date functions are never called.
// The entries are written by us because its own object functions limit arrays and dictionaries
// silently, store numbers in single precision, and do not escape names.
//
// Every function throws base::MachineError if libharu refuses (memory exhausted).
class ObjectWriter {
 public:
  ObjectWriter();
  ~ObjectWriter();
  ObjectWriter(const ObjectWriter&) = delete;
  ObjectWriter& operator=(const ObjectWriter&) = delete;

  enum class Compression { none, deflate };

  // A dictionary whose entries are given later with fill(): for objects that name each other.
  [[nodiscard]] Reference reserve();
  [[nodiscard]] Reference dictionary(std::string entries);
  [[nodiscard]] Reference stream(std::string entries, std::string_view data,
                                 Compression compression);
  // The next page, with its whole content, already compressed (deflate.hpp). /Type, /Parent and
  // /Contents are written for it.
  [[nodiscard]] Reference page(std::string_view compressed_content);
  // Gives the entries of a reserved dictionary or of a page; replaces those given before.
  void fill(Reference reference, std::string entries);

  void catalog(std::string entries);    // beside /Type and /Pages
  void page_tree(std::string entries);  // inherited by every page
  void information(std::string entries);

  // The bytes of the file. The identifier is derived from the objects: same objects, same bytes.
  // To be called once.
  [[nodiscard]] std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pdf
