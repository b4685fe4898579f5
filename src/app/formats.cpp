#include "app/formats.hpp"

#include <algorithm>
#include <array>

#include "app/checked_pdf.hpp"
#include "base/text.hpp"
#include "typeset/figure.hpp"
#include "typeset/layout.hpp"
#include "typeset/svg.hpp"
#include "writers/html.hpp"
#include "writers/pandoc.hpp"
#include "writers/text.hpp"

namespace app {
namespace {

struct Name {
  Format format;
  std::string_view extension;
};
constexpr std::array<Name, 6> names = {{{Format::pdf, "pdf"},
                                        {Format::docx, "docx"},
                                        {Format::odt, "odt"},
                                        {Format::html, "html"},
                                        {Format::text, "txt"},
                                        {Format::epub, "epub"}}};

// As wide as the narrowest text of an A4 page, as that of an electronic book held in the hand, and
// as that of a page on a phone of 320 pixels: a figure is laid out again for each, its letters stay
// legible.
constexpr typeset::Length sheet_width = typeset::tenths_of_millimetre(1500);
constexpr typeset::Length book_width = typeset::tenths_of_millimetre(1100);
constexpr typeset::Length phone_width = typeset::points(216);

std::string figure_svg(const Engine& engine, const document::Figure& figure, typeset::Length width,
                       base::Diagnostics& diagnostics) {
  typeset::Shaper shaper(engine.fonts(), {}, diagnostics);
  return typeset::svg(typeset::draw(figure, shaper, "Noto Sans", width), figure.alternative);
}

writers::Draw drawings(const Engine& engine, base::Diagnostics& diagnostics) {
  return [&](const document::Figure& figure) {
    return writers::Drawings{figure_svg(engine, figure, sheet_width, diagnostics),
                             figure_svg(engine, figure, phone_width, diagnostics)};
  };
}

std::optional<std::string> write_pdf(const Engine& engine, const document::Document& document,
                                     const FormatOptions& options, base::Diagnostics& diagnostics) {
  const auto style = typeset::read_style(engine.files(), document.metadata.style, diagnostics);
  if (!style) return std::nullopt;
  typeset::Options layout_options;
  layout_options.source = options.source;
  layout_options.hyphenator = engine.hyphenator();
  const typeset::Pages pages =
      typeset::layout(document, *style, engine.fonts(), layout_options, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  pdf::Options pdf_options;
  pdf_options.compact = true;
  pdf_options.claims_pdf_a = options.archive || options.attachment;
  pdf_options.attachment = options.attachment;
  return checked_pdf(pages, pdf_options, diagnostics);
}

std::string write_html(const Engine& engine, const document::Document& document,
                       base::Diagnostics& diagnostics) {
  writers::HtmlOptions html = writers::html_page_options(engine.files(), diagnostics);
  // Without cover, a document that shows its title has it as a heading of its own; a letter has
  // its object.
  html.hide_title = true;
  // The page opens as the printed document does.
  if (const auto style =
          typeset::read_style(engine.files(), document.metadata.style, diagnostics)) {
    html.cover = style->cover;
    html.contents_levels = style->contents_levels;
    html.contents_title = style->contents_title;
  }
  html.draw = drawings(engine, diagnostics);
  return writers::html(document, html);
}

std::optional<std::string> write_office(const Engine& engine, const document::Document& document,
                                        writers::Format format, base::Diagnostics& diagnostics) {
  writers::PandocOptions pandoc;
  const auto style = typeset::read_style(engine.files(), document.metadata.style, diagnostics);
  if (!style) return std::nullopt;
  pandoc.page = writers::office_page(*style);
  pandoc.title_block = style->cover;
  const bool book = format == writers::Format::epub;
  pandoc.svg = [&](const document::Figure& figure) {
    return figure_svg(engine, figure, book ? book_width : sheet_width, diagnostics);
  };
  typeset::Options layout_options;
  layout_options.hyphenator = engine.hyphenator();
  pandoc.turned = [&](const document::Table& table) {
    base::Diagnostics of_print;  // what the fonts of the PDF lack is no fault of this file
    return typeset::turns_on_its_side(table, *style, engine.fonts(), layout_options, of_print);
  };
  return writers::pandoc(document, format, engine.files(), pandoc, diagnostics);
}

}  // namespace

std::string_view extension(Format format) {
  for (const Name& name : names) {
    if (name.format == format) return name.extension;
  }
  return {};
}

std::optional<Format> format_named(std::string_view name, base::Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const Name& each : names) {
    if (each.extension == name) return each.format;
    known.emplace_back(each.extension);
  }
  diagnostics.error(base::Kind::usage, {}, "format inconnu.",
                    std::string(base::trim(base::did_you_mean(name, known))) +
                        " Formats : " + base::join(known, ", ") + ".");
  return std::nullopt;
}

std::optional<writers::SiteFiles> write_site(const Engine& engine,
                                             const document::Document& document,
                                             base::Diagnostics& diagnostics) {
  base::Diagnostics own;
  writers::SiteOptions options = writers::site_options(engine.files(), own);
  options.draw = drawings(engine, own);
  auto files = writers::site(document, options);
  for (const base::Diagnostic& diagnostic : own.all()) diagnostics.add(diagnostic);
  if (own.has_errors()) return std::nullopt;
  return files;
}

std::optional<std::string> write(const Engine& engine, const document::Document& document,
                                 Format format, const FormatOptions& options,
                                 base::Diagnostics& diagnostics) {
  base::Diagnostics own;
  std::optional<std::string> bytes;
  switch (format) {
    case Format::pdf:
      bytes = write_pdf(engine, document, options, own);
      break;
    case Format::html:
      bytes = write_html(engine, document, own);
      break;
    case Format::text:
      bytes = writers::text(document);
      break;
    case Format::docx:
      bytes = write_office(engine, document, writers::Format::docx, own);
      break;
    case Format::odt:
      bytes = write_office(engine, document, writers::Format::odt, own);
      break;
    case Format::epub:
      bytes = write_office(engine, document, writers::Format::epub, own);
      break;
  }
  const bool refused = own.has_errors();
  for (const base::Diagnostic& diagnostic : own.all()) diagnostics.add(diagnostic);
  if (refused) return std::nullopt;
  return bytes;
}

}  // namespace app
