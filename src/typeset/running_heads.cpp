#include "typeset/running_heads.hpp"

#include <algorithm>

namespace typeset {
namespace {

constexpr Length fold_mark_x = tenths_of_millimetre(40), fold_mark_width = tenths_of_millimetre(50);
constexpr Length fold_mark_thickness = 300;
// An A4 page folded in three.
constexpr Length folds[] = {tenths_of_millimetre(990), tenths_of_millimetre(1980)};

// One line of running text; nothing of it is read aloud.
class RunningLine {
 public:
  RunningLine(Composer& composer, PageWriter& writer) : composer_(composer), writer_(writer) {
    const Style& style = composer.style;
    column_.x = style.left;
    column_.text = apply(style, style.text, style.running);
    column_.text.hyphenate = false;
    column_.text.indent = 0;
  }

  // A text too long for the line loses its end, at a space.
  void write(const Pages& pages, std::size_t page, std::string text, Align align, Length baseline) {
    const Style& style = composer_.style;
    column_.width = pages.pages[page].width - style.left - style.right;
    column_.text.align = align;
    Flow flow = set(text);
    while (flow.atoms.size() > 1) {
      const auto space = text.rfind(' ');
      text = text.substr(0, space == std::string::npos ? 0 : space);
      if (text.empty()) return;
      flow = set(text + "…");
    }
    for (Atom& atom : flow.atoms) {
      move_down(atom, baseline - composer_.baseline(column_.text));
      for (Mark& mark : atom.marks) {
        writer_.add_artifact(page, std::move(mark), ArtifactKind::pagination);
      }
    }
  }

  [[nodiscard]] Colour rule() const { return composer_.style.rules; }

 private:
  Flow set(const std::string& text) {
    Flow flow;
    (void)composer_.plain(text, Role::paragraph, column_, flow);
    return flow;
  }

  Composer& composer_;
  PageWriter& writer_;
  Column column_;
};

// The last first-level heading at or before the end of the page.
std::string chapter_of(const Pages& pages, std::size_t page) {
  std::string title;
  for (const OutlineEntry& entry : pages.outline) {
    if (entry.level == 1 && entry.page <= page) title = entry.title;
  }
  return title;
}

bool starts_chapter(const Pages& pages, std::size_t page) {
  return std::any_of(pages.outline.begin(), pages.outline.end(), [&](const OutlineEntry& entry) {
    return entry.level == 1 && entry.page == page;
  });
}

}  // namespace

void write_running_heads(Composer& composer, const document::Metadata& metadata,
                         std::size_t first_page, Pages& pages, PageWriter& writer) {
  const Style& style = composer.style;
  RunningLine line(composer, writer);
  const std::size_t count = std::min(pages.pages.size(), writer.first_detached());
  const bool numbered = style.page_numbers && (count > 1 || style.number_single_page);
  for (std::size_t page = 0; page < count; ++page) {
    const bool cover = style.cover && page == 0;
    if (numbered && !cover) {
      line.write(pages, page, "Page " + std::to_string(page + 1) + "/" + std::to_string(count),
                 Align::end, pages.pages[page].height - style.foot_distance);
    }
    if (page <= first_page && style.head == RunningHead::title) continue;
    if (page < first_page || style.head == RunningHead::none) continue;
    const bool chapter = style.head == RunningHead::chapter;
    if (chapter && starts_chapter(pages, page)) continue;
    const std::string text = chapter ? chapter_of(pages, page) : metadata.title;
    if (!text.empty()) line.write(pages, page, text, Align::start, style.head_distance);
  }
  if (!style.fold_marks || pages.pages.empty()) return;
  Mark mark;
  for (const Length y : folds) {
    mark.paths.push_back(
        filled_rectangle({fold_mark_x, y, fold_mark_width, fold_mark_thickness}, style.rules));
  }
  writer.add_artifact(0, std::move(mark), ArtifactKind::layout);
}

}  // namespace typeset
