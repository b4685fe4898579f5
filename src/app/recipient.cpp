#include "app/recipient.hpp"

#include <unictype.h>

#include <algorithm>

#include "base/text.hpp"

namespace app {
namespace {

// NF Z 10-011 (AFNOR), which La Poste asks for.
constexpr std::size_t most_lines = 6, most_characters = 38, postal_code_length = 5;

std::vector<std::string> lines_of(const document::Inlines& inlines) {
  std::vector<std::string> lines(1);
  for (const document::Inline& part : inlines) {
    if (const auto* text = std::get_if<document::Text>(&part.data)) lines.back() += text->utf8;
    if (std::holds_alternative<document::LineBreak>(part.data)) lines.emplace_back();
  }
  return lines;
}

std::vector<std::string> lines_of(const document::Blocks& blocks) {
  std::vector<std::string> lines;
  for (const document::Block& block : blocks) {
    const auto* paragraph = std::get_if<document::Paragraph>(&block.data);
    if (paragraph == nullptr) continue;
    for (std::string& line : lines_of(paragraph->content)) lines.push_back(std::move(line));
  }
  return lines;
}

bool starts_with_postal_code(const std::string& line) {
  return line.size() > postal_code_length &&
         std::all_of(line.begin(), line.begin() + postal_code_length,
                     [](char c) { return c >= '0' && c <= '9'; });
}

bool in_capitals(const std::string& line) {
  const std::u32string characters = base::to_utf32(line);
  return std::none_of(characters.begin(), characters.end(),
                      [](char32_t c) { return uc_is_lower(static_cast<ucs4_t>(c)); });
}

void check(const std::vector<std::string>& lines, const std::string& file,
           base::Diagnostics& diagnostics) {
  if (lines.empty() || !starts_with_postal_code(lines.back())) return;
  const auto warn = [&](const std::string& what, const std::string& hint) {
    diagnostics.warning(base::Kind::dossier, {file, 0, 0}, "l’adresse du destinataire " + what,
                        hint);
  };
  if (lines.size() > most_lines) {
    warn(
        "a " + std::to_string(lines.size()) + " lignes : la norme NF Z 10-011 en veut six au plus.",
        "Ôtez le complément d’adresse ou le service.");
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (base::length(lines[i]) <= most_characters) continue;
    warn("dépasse 38 caractères à sa ligne " + std::to_string(i + 1) +
             " : la norme NF Z 10-011 n’en veut pas plus.",
         "Abrégez cette ligne, ou partagez-la avec le complément d’adresse.");
  }
  if (!in_capitals(lines.back())) {
    warn("a une ville en minuscules : la norme NF Z 10-011 la veut en capitales.",
         "Écrivez la ville en capitales.");
  }
}

}  // namespace

void check_recipient(const document::Document& document, const std::string& file,
                     base::Diagnostics& diagnostics) {
  for (const document::Block& block : document.blocks) {
    const auto* division = std::get_if<document::Div>(&block.data);
    if (division == nullptr || !division->attributes.has_class("destinataire")) continue;
    check(lines_of(division->content), file, diagnostics);
  }
}

}  // namespace app
