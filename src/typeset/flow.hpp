#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "typeset/inline_text.hpp"
#include "typeset/pages.hpp"
#include "typeset/style.hpp"

namespace typeset {

// How strongly an atom is tied to the next one; a page ends at the weakest tie.
enum class Tie : std::uint8_t {
  free,
  lines,  // would leave a lone line, or a broken word at the foot of a page
  next,   // a heading and its text, a table's head and its rows
  never   // a signature and the lines before it
};

// Marks of one element. x is counted from the left of the page, y from the top of the atom.
struct Mark {
  std::size_t element = artifact;
  ArtifactKind artifact_kind = ArtifactKind::layout;
  std::vector<Path> paths;
  std::vector<GlyphRun> glyphs;
  std::size_t note_element = no_index;  // read just after this mark
};

struct LinkMark {
  std::size_t link = 0;  // in Parts::links
  Rectangle area;        // like a mark
};

// A place that links and the outline lead to.
struct Anchor {
  std::string id;
  int level = 0;      // of a heading; 0: not a heading
  std::string title;  // of a heading
};

// A horizontal slice of the text that no page break cuts: a line, a row, a figure.
struct Atom {
  Length before = 0;  // space above, dropped at the top of a page
  Length height = 0;
  Tie tie = Tie::free;
  bool text_line = false;
  bool page_before = false;
  bool landscape = false;  // stands on a page turned on its side
  bool detached = false;   // from here on, pages are neither numbered nor counted
  bool fixed = false;      // stands at its own place on the first page: y from the top of the page
  std::vector<Mark> marks;
  std::vector<LinkMark> links;
  std::vector<std::size_t> notes;  // in Parts::notes, called here
  std::vector<Anchor> anchors;
  std::vector<std::size_t> attach;    // elements that exist even if nothing of them shows
  std::vector<std::size_t> boxes;     // in Parts::boxes, around this atom
  std::size_t table = no_index;       // in Parts::heads: what to repeat on a page that starts here
  std::vector<std::int64_t> amounts;  // cents in the carried columns of the row begun here
};

struct Link {
  std::size_t element = 0;
  std::string address, destination, description;
};

struct Box {
  Length x = 0, width = 0, padding = 0;
  std::optional<Colour> background, rule;
};

// The columns of a table whose sums are carried from page to page: « à reporter » under the last
// row of a page, « report » above the first row of the next.
struct CarriedSums {
  struct Place {
    Length x = 0, width = 0;
  };
  Place line, label;           // of the whole line, and of its words
  std::vector<Place> columns;  // by rank in Atom::amounts
  TextStyle text;
  Length padding = 0;  // above and below the text
  Length height = 0;   // of the line
};

// What is repeated of a table on the pages after its first (artifacts only).
struct RepeatedHead {
  std::vector<Mark> marks;
  Length height = 0;
  std::optional<CarriedSums> sums;
};

struct NoteBody {
  std::size_t element = 0;
  std::vector<Atom> atoms;
  [[nodiscard]] Length height() const;
};

// What atoms point to.
struct Parts {
  std::vector<Link> links;
  std::vector<Box> boxes;
  std::vector<RepeatedHead> heads;
  std::vector<NoteBody> notes;
  std::vector<std::string> anchors;  // ids of words
};

// Atoms from top to bottom, with spaces that do not add up: the greater wins.
class Flow {
 public:
  std::vector<Atom> atoms;

  void space(Length length);
  // Forgets the space asked for: at the edge of a box or of a cell.
  void no_space() { pending_ = 0; }
  Atom& push(Atom atom);

  void open_box(std::size_t box) { boxes_.push_back(box); }
  void close_box() { boxes_.pop_back(); }

  // Ties the last atom, if any, at least this strongly to what comes next.
  void tie_last(Tie tie);

 private:
  Length pending_ = 0;
  std::vector<std::size_t> boxes_;
};

// True if a page that starts at this atom goes on with a table begun before.
[[nodiscard]] bool continues_table(const std::vector<Atom>& atoms, std::size_t begin);
// What a page needs above its first atom: the repeated head of a table, and the sums carried.
[[nodiscard]] Length height_above(const std::vector<Atom>& atoms, const Parts& parts,
                                  std::size_t begin);
// What a page needs under an atom to end after it: the sums to carry.
[[nodiscard]] Length height_below(const std::vector<Atom>& atoms, const Parts& parts,
                                  std::size_t last);

// Height of atoms set one under another, without the space above the first.
[[nodiscard]] Length height_of(const std::vector<Atom>& atoms);

// Moves everything that an atom shows.
void move_down(Atom& atom, Length distance);

// A filled rectangle.
[[nodiscard]] Path filled_rectangle(const Rectangle& area, Colour colour);

}  // namespace typeset
