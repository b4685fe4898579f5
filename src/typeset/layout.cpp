#include "typeset/layout.hpp"

#include <algorithm>

#include "typeset/composer.hpp"
#include "typeset/contents.hpp"
#include "typeset/page_writer.hpp"
#include "typeset/paginate.hpp"
#include "typeset/running_heads.hpp"

namespace typeset {
namespace {

constexpr Length note_gap = points(14);

PageRoom room_of(const Style& style, Length placed_bottom) {
  PageRoom room;
  room.first_top = style.top;
  if (placed_bottom > 0) {
    room.first_top = std::max(style.top, placed_bottom + style.below_places);
  }
  room.next_top = style.next_top.value_or(style.top);
  room.bottom = style.page_height - style.bottom;
  room.note_gap = note_gap;
  return room;
}

// The final numbers of elements in contents; fonts kept alive.
void finish(Composer& composer, Pages& pages) {
  std::vector<std::size_t> renumbered;
  pages.structure = composer.structure.finish(renumbered);
  for (Page& page : pages.pages) {
    for (Content& content : page.contents) {
      if (content.element != artifact) content.element = renumbered[content.element];
    }
  }
  pages.fonts = composer.shaper.used();
}

}  // namespace

Pages layout(const document::Document& document, const Style& style, const FontSet& fonts,
             const Options& options, base::Diagnostics& diagnostics) {
  Composer composer(style, fonts, options, diagnostics);
  const auto& metadata = document.metadata;
  Flow body;
  composer.document(document.blocks, body);
  if (body.atoms.empty()) composer.report("le document est vide");
  const PageRoom room = room_of(style, composer.placed_bottom());
  const std::vector<PagePlan> plans =
      paginate_tightly(body.atoms, composer.parts, room, style.least_spacing);

  Pages pages;
  pages.metadata = {metadata.title,   metadata.language, metadata.author,
                    metadata.subject, std::string{},     metadata.date};
  PageWriter writer(composer, pages);
  write_front_matter(composer, metadata, body.atoms, plans, writer);
  const std::size_t first_page = pages.pages.size();
  writer.write(body.atoms, plans, room);
  write_running_heads(composer, metadata, first_page, pages, writer);
  finish(composer, pages);
  return pages;
}

}  // namespace typeset
