#include "app/formats.hpp"
#include "app/guide.hpp"
#include "document/document.hpp"
#include "document/words.hpp"
#include "web/document_files.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "writers/html.hpp"

namespace web {
namespace {

// The chapters: the highest headings.
std::vector<Record> chapters(const document::Document& guide) {
  std::vector<Record> records;
  int highest = 7;
  for (const document::Block& block : guide.blocks) {
    const auto* heading = std::get_if<document::Heading>(&block.data);
    if (heading != nullptr && heading->level < highest) highest = heading->level;
  }
  for (const document::Block& block : guide.blocks) {
    const auto* heading = std::get_if<document::Heading>(&block.data);
    if (heading == nullptr || heading->level != highest || heading->attributes.id.empty()) continue;
    records.push_back({{"ancre", text(heading->attributes.id)},
                       {"titre", text(document::plain_text(heading->content))}});
  }
  return records;
}

}  // namespace

Response guide_file(const Site& site, const std::string& format) {
  base::Diagnostics diagnostics;
  const auto known = app::format_named(format, diagnostics);
  if (!known) return not_found_page(site);
  const std::string bytes = site.remembered("guide." + format, [&]() -> std::string {
    const auto engine = site.engine();
    const auto guide = app::make_guide(*engine, std::nullopt, diagnostics);
    if (!guide) return {};
    return app::write(*engine, *guide, *known, {"guide"}, diagnostics).value_or("");
  });
  if (bytes.empty()) {
    return message_page(site, 501, "Format indisponible",
                        "Ce format du guide n’a pas pu être fait ici. La page reste lisible.");
  }
  return attachment({"guide." + format, media_type(format), bytes});
}

Response guide_page(const Site& site) {
  Response response;
  response.body = site.remembered("guide", [&]() -> std::string {
    const auto engine = site.engine();
    base::Diagnostics diagnostics;
    const auto guide = app::make_guide(*engine, std::nullopt, diagnostics);
    if (!guide) return {};
    writers::HtmlOptions options;
    options.inline_styles = false;
    const Record values = {{"titre", text(guide->metadata.title)},
                           {"chapitres", list(chapters(*guide))},
                           {"html_guide", html(writers::html_fragment(*guide, options))}};
    return page(site, {guide->metadata.title, "/guide", 200}, "guide", values).body;
  });
  if (!response.body.empty()) return response;
  return message_page(
      site, 500, "Guide indisponible",
      "Le guide n’a pas pu être composé. La commande « egide guide » dit pourquoi.");
}

}  // namespace web
