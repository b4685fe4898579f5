#include "app/closing_lines.hpp"

#include <iterator>

#include "app/guide.hpp"

namespace app {
namespace {

document::Block paragraph(std::string text, bool verbatim) {
  document::Paragraph paragraph;
  paragraph.content.push_back({document::Text{std::move(text), verbatim}});
  return {std::move(paragraph)};
}

// The advice for the sender, on its own page, is not part of what is sent: the lines stand before.
document::Blocks::iterator end_of_letter(document::Blocks& blocks) {
  if (blocks.empty()) return blocks.end();
  const auto last = std::prev(blocks.end());
  const auto* div = std::get_if<document::Div>(&last->data);
  return div != nullptr && div->attributes.has_class("pour-vous") ? last : blocks.end();
}

}  // namespace

void add_closing_lines(const Engine& engine, const Prepared& prepared,
                       const GenerateOptions& options, document::Document& document,
                       base::Diagnostics& diagnostics) {
  document::Div lines;
  lines.attributes.classes = {"mention"};
  if (options.redacted) {
    lines.content.push_back(paragraph(
        "Copie caviardée : les noms et les coordonnées des tiers y sont remplacés par des mentions "
        "entre crochets.",
        false));
  }
  if (options.mention) {
    const auto plan = read_guide_plan(engine.files(), diagnostics);
    if (!plan) return;
    lines.content.push_back(
        paragraph("Document établi avec Égide " + *options.mention + ", droit vérifié au " +
                      calendar::french(plan->law_checked_on) + ". Empreinte SHA-256 du dossier :",
                  false));
    lines.content.push_back(paragraph(prepared.digest, true));
  }
  if (lines.content.empty()) return;
  document.blocks.insert(end_of_letter(document.blocks), document::Block{std::move(lines)});
}

}  // namespace app
