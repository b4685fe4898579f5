#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What typeset makes and pdf writes: positioned marks and their logical structure. No font API,
// no PDF notion, integers only: same input, same bytes.
namespace typeset {

class Font;  // typeset/font.hpp

// Thousandths of a point (1 pt = 1/72 inch). x grows to the right, y grows downwards from the
// top left corner of the page.
using Length = std::int32_t;

inline constexpr Length points(std::int32_t count) { return count * 1000; }
// Tenths of a millimetre to thousandths of a point, rounded to nearest.
inline constexpr Length tenths_of_millimetre(std::int32_t count) {
  return static_cast<Length>((static_cast<std::int64_t>(count) * 720'000 + 1270) / 2540);
}

struct Colour {  // sRGB, 0–255
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;
};

// ---- Marks ---------------------------------------------------------------------------------

struct Glyph {
  std::uint32_t id = 0;               // in the font; never 0 (.notdef is refused before)
  Length advance = 0;                 // pen movement, kerning, justification and tracking included
  Length x_offset = 0, y_offset = 0;  // y_offset grows downwards, like every y
  // The characters this glyph stands for, UTF-8: "ffi" for a ligature; empty for the second and
  // later glyphs of one cluster; U+00AD for the hyphen of a broken word; " " for a space (also
  // the invisible one that ends a line broken at a space, so that extracted words stay apart).
  // Its bytes belong to Pages::words: a copy for each glyph would cost more than all the rest.
  std::string_view text;
};

// The glyphs of a run, shared by its copies until one of them is edited: the lines of a paragraph
// are kept from one setting of a document to the next, and shown on a page, without being copied.
class Glyphs {
 public:
  Glyphs() = default;
  explicit Glyphs(std::span<const Glyph> glyphs)
      : shared_(std::make_shared<std::vector<Glyph>>(glyphs.begin(), glyphs.end())) {}

  [[nodiscard]] std::span<const Glyph> all() const {
    return shared_ ? std::span<const Glyph>(*shared_) : std::span<const Glyph>();
  }
  [[nodiscard]] auto begin() const { return all().begin(); }
  [[nodiscard]] auto end() const { return all().end(); }
  [[nodiscard]] std::size_t size() const { return all().size(); }
  [[nodiscard]] bool empty() const { return all().empty(); }
  [[nodiscard]] const Glyph& operator[](std::size_t index) const { return (*shared_)[index]; }
  [[nodiscard]] const Glyph& back() const { return shared_->back(); }

  // The glyphs of this run alone.
  [[nodiscard]] std::vector<Glyph>& edit() {
    if (!shared_) {
      shared_ = std::make_shared<std::vector<Glyph>>();
    } else if (shared_.use_count() > 1) {
      shared_ = std::make_shared<std::vector<Glyph>>(*shared_);
    }
    return *shared_;
  }

 private:
  std::shared_ptr<std::vector<Glyph>> shared_;
};

// Glyphs of one font and size on one baseline.
struct GlyphRun {
  const Font* font = nullptr;
  Length size = 0;
  Length x = 0, y = 0;  // pen start, on the baseline
  Colour colour;
  Glyphs glyphs;  // from left to right
  // Read from the last glyph to the first. Glyphs without text nor advance are then signs drawn
  // over letters, whose characters other glyphs have.
  bool right_to_left = false;
};

struct Point {
  Length x = 0, y = 0;
};
// A filled and/or stroked path. Commands consume points: move 1, line 1, cubic 3, close 0.
enum class PathCommand : std::uint8_t { move, line, cubic, close };
struct Path {
  std::vector<PathCommand> commands;
  std::vector<Point> points;
  bool filled = true;
  Colour fill;
  bool stroked = false;
  Colour stroke;
  Length stroke_width = 0;
};

struct Rectangle {
  Length x = 0, y = 0, width = 0, height = 0;  // (x, y) is the top left corner
};

// ---- Logical structure ---------------------------------------------------------------------

// Standard structure types of ISO 32000-1, 14.8.4.
enum class Role : std::uint8_t {
  document,
  part,
  section,
  division,
  heading1,
  heading2,
  heading3,
  heading4,
  heading5,
  heading6,
  paragraph,
  quote,
  list,
  list_item,
  label,
  list_body,
  table,
  table_head,
  table_body,
  table_row,
  table_header_cell,
  table_data_cell,
  caption,
  figure,
  link,
  note,
  reference,
  contents,
  contents_item,
  index_,
  span
};
enum class Scope : std::uint8_t { none, row, column };

// A child of a structure element, in reading order.
struct Child {
  enum class Kind : std::uint8_t { element, content, link } kind = Kind::element;
  std::size_t element = 0;  // index in Pages::structure (Kind::element)
  std::size_t page = 0;     // index in Pages::pages (content, link)
  std::size_t index = 0;    // index in Page::contents, or in Page::links
};
struct Element {
  Role role = Role::paragraph;
  std::string alternative;  // for figures: text in place of what is drawn
  std::string language;     // BCP 47, when it differs from the document's
  Scope scope = Scope::none;
  std::string id;  // unique id, needed by notes; may be empty
  int column_span = 1;
  bool numbered_list = false;
  std::vector<Child> children;
};

// ---- Pages ---------------------------------------------------------------------------------

inline constexpr std::size_t artifact = static_cast<std::size_t>(-1);
enum class ArtifactKind : std::uint8_t { pagination, layout, background };

// A run of marks that belongs to one structure element, or to none (an artifact: running head,
// page number, rule, background, repeated table header).
struct Content {
  std::size_t element = artifact;
  ArtifactKind artifact_kind = ArtifactKind::layout;
  std::vector<Path> paths;       // drawn first
  std::vector<GlyphRun> glyphs;  // then these
};

struct Destination {
  std::string name;  // heading or block id
  std::size_t page = 0;
  Length y = 0;
};

struct LinkArea {
  std::vector<Rectangle> areas;  // one a line
  std::string address;           // http(s):, mailto:; or empty
  std::string destination;       // the name of a Destination; or empty
  std::string description;       // said by assistive technology; never empty
};

struct Page {
  Length width = 0, height = 0;
  std::string label;  // "1", "ii"
  std::vector<Content> contents;
  std::vector<LinkArea> links;
};

struct OutlineEntry {
  int level = 1;
  std::string title;
  std::size_t page = 0;
  Length y = 0;
};

struct PagesMetadata {
  std::string title, language, author, subject, keywords;
  std::string date;  // AAAA-MM-JJ or empty: no clock is ever read
};

struct Pages {
  PagesMetadata metadata;
  std::vector<Page> pages;
  std::vector<Element> structure;  // [0] is the document element
  std::vector<OutlineEntry> outline;
  std::vector<Destination> destinations;
  // Keeps alive the fonts that the runs point to, and the texts of the glyphs.
  std::vector<std::shared_ptr<const Font>> fonts;
  std::shared_ptr<const void> words;
};

}  // namespace typeset
