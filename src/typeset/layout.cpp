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
constexpr int attempts = 6;

PageRoom room_of(const Style& style, Length placed_bottom) {
  PageRoom room;
  room.first_top = style.top;
  if (placed_bottom > 0) {
    room.first_top = std::max(style.top, placed_bottom + style.below_places);
  }
  room.next_top = style.next_top.value_or(style.top);
  room.bottom = style.page_height - style.bottom;
  room.landscape_bottom = style.page_width - style.bottom;
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
  pages.words = composer.shaper.words();
}

// Everything of the document set once, with the page numbers it says.
struct Setting {
  Setting(const Style& style, const Options& options, Shaper& words, SettingMemory& memory,
          const PageReferences& references)
      : composer(style, options, words, memory, references, found) {}

  base::Diagnostics found;
  Composer composer;
  Flow body;
  PageRoom room;
  std::vector<PagePlan> plans;
  FrontMatter front;

  void compose(const document::Document& document) {
    composer.document(document.blocks, body);
    if (body.atoms.empty()) composer.report("le document est vide");
    room = room_of(composer.style, composer.placed_bottom());
    plans = paginate_tightly(body.atoms, composer.parts, room, composer.style.least_spacing);
    front = front_matter(composer, document.metadata, body.atoms, plans);
  }

  // Where each id stands.
  [[nodiscard]] PageNumbers numbers() const {
    PageNumbers result;
    const auto add = [&](const Atom& atom, std::size_t page) {
      for (const Anchor& anchor : atom.anchors) result.emplace(anchor.id, page);
    };
    for (std::size_t i = 0; i < plans.size(); ++i) {
      const std::size_t page = front.pages() + i + 1;
      for (std::size_t atom = plans[i].begin; atom < plans[i].end; ++atom) {
        add(body.atoms[atom], page);
      }
      for (const NotePart& part : plans[i].notes) {
        const auto& atoms = composer.parts.notes[part.note].atoms;
        for (std::size_t atom = part.first; atom < part.last; ++atom) add(atoms[atom], page);
      }
    }
    return result;
  }

  Pages write(const document::Metadata& metadata) {
    Pages pages;
    pages.metadata = {metadata.title,   metadata.language, metadata.author,
                      metadata.subject, std::string{},     metadata.date};
    PageWriter writer(composer, pages);
    front.write(writer);
    const std::size_t first_page = pages.pages.size();
    writer.write(body.atoms, plans, room);
    write_running_heads(composer, metadata, first_page, pages, writer);
    finish(composer, pages);
    return pages;
  }
};

}  // namespace

// The numbers said may move what they count: the document is set again until they hold.
Pages layout(const document::Document& document, const Style& style, const FontSet& fonts,
             const Options& options, base::Diagnostics& diagnostics) {
  Shaper words(fonts, {options.source, 0, 0}, diagnostics);
  SettingMemory memory;
  PageReferences references = page_references(document, style);
  for (int attempt = 1;; ++attempt) {
    Setting setting(style, options, words, memory, references);
    setting.compose(document);
    PageNumbers numbers;
    if (references.shown) numbers = setting.numbers();
    const bool holds = numbers == references.numbers || setting.found.has_errors();
    if (!holds && attempt == attempts) {
      setting.composer.report("les renvois aux pages ne se stabilisent pas");
    }
    if (holds || attempt == attempts) {
      for (const auto& one : setting.found.all()) diagnostics.add(one);
      return setting.write(document.metadata);
    }
    references.numbers = std::move(numbers);
  }
}

}  // namespace typeset
