#pragma once

#include <hb.h>

#include <deque>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "typeset/font.hpp"
#include "typeset/pages.hpp"

// Pages made by hand, without the typesetter: what the tests of this room write and read back.
namespace sample {

using typeset::Child;
using typeset::Length;
using typeset::Role;

inline std::shared_ptr<const typeset::Font> font(const std::string& file) {
  base::Diagnostics diagnostics;
  auto loaded = typeset::Font::load("/usr/share/fonts/truetype/" + file, diagnostics);
  if (!loaded) {
    throw std::runtime_error("font not installed: " + file);
  }
  return loaded;
}

// One line, with kerning and ligatures; each glyph carries the text of its cluster, whose bytes
// are those of `text`.
inline typeset::GlyphRun line(const typeset::Font& font, Length size, Length x, Length y,
                              std::string_view text) {
  typeset::GlyphRun run{&font, size, x, y, {}, {}};
  auto* buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, -1);
  hb_buffer_guess_segment_properties(buffer);
  hb_shape(font.font(), buffer, nullptr, 0);
  unsigned count = 0;
  const auto* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const auto* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
  const auto scaled = [&](hb_position_t units) {
    return static_cast<Length>(static_cast<std::int64_t>(units) * size / font.units_per_em());
  };
  for (unsigned index = 0; index < count; ++index) {
    const std::size_t start = infos[index].cluster;
    const bool leads = index == 0 || infos[index - 1].cluster != infos[index].cluster;
    auto next = index;
    while (next < count && infos[next].cluster == infos[index].cluster) {
      ++next;
    }
    const std::size_t end = next < count ? infos[next].cluster : text.size();
    run.glyphs.edit().push_back({infos[index].codepoint, scaled(positions[index].x_advance),
                                 scaled(positions[index].x_offset),
                                 -scaled(positions[index].y_offset),
                                 leads ? text.substr(start, end - start) : std::string_view()});
  }
  hb_buffer_destroy(buffer);
  return run;
}

class Builder {
 public:
  Builder() {
    pages.metadata = {"Lettre d’essai", "fr-FR", "Mairie", "Objet", "", "2026-03-14"};
    pages.structure.emplace_back();
    pages.structure[0].role = Role::document;
    pages.words = words_;
    add_page("1");
  }

  // Keeps the bytes of a text for its glyphs.
  std::string_view keep(std::string text) { return words_->emplace_back(std::move(text)); }

  void add_page(const std::string& label) {
    typeset::Page page;
    page.width = 595276;
    page.height = 841890;
    page.label = label;
    pages.pages.push_back(page);
    y_ = typeset::points(72);
  }

  std::size_t element(std::size_t parent, Role role) {
    pages.structure.emplace_back();
    pages.structure.back().role = role;
    const auto index = pages.structure.size() - 1;
    pages.structure[parent].children.push_back({Child::Kind::element, index, 0, 0});
    return index;
  }

  typeset::Content& content(std::size_t element) {
    auto& contents = pages.pages.back().contents;
    contents.emplace_back();
    contents.back().element = element;
    if (element != typeset::artifact) {
      pages.structure[element].children.push_back(
          {Child::Kind::content, 0, pages.pages.size() - 1, contents.size() - 1});
    }
    return contents.back();
  }

  // The lines of `text` (separated by \n) under each other.
  void text(std::size_t element, const std::string& text, Length size = typeset::points(11)) {
    auto& marks = content(element);
    std::size_t start = 0;
    while (start <= text.size()) {
      const auto end = std::min(text.find('\n', start), text.size());
      y_ += size + size / 3;
      marks.glyphs.push_back(
          line(*body, size, typeset::points(72), y_, keep(text.substr(start, end - start))));
      start = end + 1;
    }
  }

  // A link inside `parent`, shown as `shown`.
  std::size_t link(std::size_t parent, const std::string& shown, const std::string& address,
                   const std::string& destination = {}) {
    const auto index = element(parent, Role::link);
    text(index, shown);
    typeset::LinkArea area;
    area.areas.push_back(
        {typeset::points(72), y_ - typeset::points(11), typeset::points(100), typeset::points(14)});
    area.address = address;
    area.destination = destination;
    area.description = shown;
    auto& page = pages.pages.back();
    page.links.push_back(area);
    pages.structure[index].children.push_back(
        {Child::Kind::link, 0, pages.pages.size() - 1, page.links.size() - 1});
    return index;
  }

  typeset::Path square(Length size) {
    using typeset::PathCommand;
    typeset::Path path;
    path.commands = {PathCommand::move, PathCommand::line, PathCommand::line, PathCommand::line,
                     PathCommand::close};
    const Length left = typeset::points(72);
    path.points = {{left, y_}, {left + size, y_}, {left + size, y_ + size}, {left, y_ + size}};
    path.fill = {10, 60, 120};
    return path;
  }

  typeset::Pages pages;
  std::shared_ptr<const typeset::Font> body = font("noto/NotoSerif-Regular.ttf");
  std::shared_ptr<const typeset::Font> bold = font("noto/NotoSans-Bold.ttf");

 private:
  Length y_ = 0;
  std::shared_ptr<std::deque<std::string>> words_ = std::make_shared<std::deque<std::string>>();
};

// Two pages with all that a document may hold.
inline typeset::Pages letter() {
  Builder builder;
  auto& pages = builder.pages;
  pages.fonts = {builder.body, builder.bold};
  const auto title = builder.element(0, Role::heading1);
  builder.text(title, "Plainte pour menaces", typeset::points(16));
  const auto paragraph = builder.element(0, Role::paragraph);
  builder.text(paragraph,
               "Une vérification officielle, le 12 \nmars 2026 : « œuvre » à 1 250 €, AVATAR.");
  const auto list = builder.element(0, Role::list);
  for (const std::string text : {"premier", "second"}) {
    const auto item = builder.element(list, Role::list_item);
    builder.text(builder.element(item, Role::label), "• ");
    const auto body = builder.element(item, Role::list_body);
    builder.text(builder.element(body, Role::paragraph), text);
  }
  const auto figure = builder.element(0, Role::figure);
  pages.structure[figure].alternative = "Frise : dépôt le 14 mars, échéance le 19 mars";
  builder.content(figure).paths.push_back(builder.square(typeset::points(20)));
  const auto rule_content = typeset::artifact;
  builder.content(rule_content).paths.push_back(builder.square(typeset::points(5)));
  // A paragraph over two pages.
  const auto long_paragraph = builder.element(0, Role::paragraph);
  builder.text(long_paragraph, "Ce paragraphe commence ici ");
  builder.add_page("2");
  builder.text(long_paragraph, "et finit à la page suivante.");
  const auto table = builder.element(0, Role::table);
  const auto caption = builder.element(table, Role::caption);
  builder.text(caption, "Dépenses");
  const auto head = builder.element(builder.element(table, Role::table_head), Role::table_row);
  const auto rows = builder.element(table, Role::table_body);
  for (const std::string text : {"Nature", "Montant"}) {
    const auto cell = builder.element(head, Role::table_header_cell);
    pages.structure[cell].scope = typeset::Scope::column;
    builder.text(builder.element(cell, Role::paragraph), text);
  }
  const auto row = builder.element(rows, Role::table_row);
  for (const std::string text : {"Affiches", "120,00 €"}) {
    builder.text(builder.element(builder.element(row, Role::table_data_cell), Role::paragraph),
                 text);
  }
  const auto closing = builder.element(0, Role::paragraph);
  builder.link(closing, "Voir le code", "https://www.legifrance.gouv.fr/é");
  builder.link(closing, "Voir le titre", "", "titre");
  pages.destinations.push_back({"titre", 0, typeset::points(72)});
  pages.outline.push_back({1, "Plainte pour menaces – été", 0, typeset::points(72)});
  pages.outline.push_back({2, "Suite", 1, typeset::points(72)});
  auto& footer = builder.content(typeset::artifact);
  footer.artifact_kind = typeset::ArtifactKind::pagination;
  footer.glyphs.push_back(line(*builder.bold, typeset::points(9), typeset::points(290),
                               typeset::points(800), "Page 2"));
  return pages;
}

}  // namespace sample
