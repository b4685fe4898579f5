#include "app/printable.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "typeset/shape.hpp"

namespace app {
namespace {

// Characters that are not drawn by themselves.
bool is_invisible(char32_t c) { return c <= 0x20 || c == 0xFEFF || typeset::shows_nothing(c); }

// Calls `text(words, path, position)` for each text of a case.
template <typename Function>
class Walker {
 public:
  explicit Walker(Function text) : text_(std::move(text)) {}

  void record(const dossier::RecordValue& record, const std::string& path) {
    for (const dossier::NamedValue& field : record.fields) {
      value(field.value, path.empty() ? field.name : path + "." + field.name);
    }
  }

 private:
  void value(const dossier::FieldValue& field, const std::string& path) {
    if (const auto* one = std::get_if<std::string>(&field.data)) {
      text_(*one, path, field.position);
    } else if (const auto* several = std::get_if<dossier::TextList>(&field.data)) {
      for (const std::string& each : *several) text_(each, path, field.position);
    } else if (const auto* inner = std::get_if<dossier::RecordValue>(&field.data)) {
      record(*inner, path);
    } else if (const auto* list = std::get_if<dossier::ListValue>(&field.data)) {
      for (std::size_t i = 0; i < list->size(); ++i) {
        value((*list)[i], path + "." + std::to_string(i + 1));
      }
    }
  }

  Function text_;
};

}  // namespace

void check_printable(const Engine& engine, const dossier::Case& dossier,
                     base::Diagnostics& diagnostics) {
  Walker([&](const std::string& text, const std::string& path, const base::Position& position) {
    std::set<char32_t> told;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = base::next_code_point(text, at);
      // The Latin of French is in every font: nothing is looked up for it.
      if (c < 0x180 || is_invisible(c) || !told.insert(c).second) continue;
      if (engine.fonts().covers(c, diagnostics)) continue;
      diagnostics.add(
          {base::Severity::error, base::Kind::dossier, position, path,
           "aucune police ne peut imprimer le caractère " + base::describe_character(c) + ".",
           "Remplacez-le par un autre, ou décrivez-le en toutes lettres."});
    }
  }).record(dossier.root, "");
}

void check_order(const Engine& engine, const dossier::Case& dossier,
                 base::Diagnostics& diagnostics) {
  Walker([&](const std::string& text, const std::string& path, const base::Position& position) {
    if (!base::has_right_to_left(text)) return;
    for (const char32_t c : base::to_utf32(text)) {
      if (!base::is_right_to_left(c) || is_invisible(c)) continue;
      if (engine.fonts().right_to_left(c, false, diagnostics)) continue;
      diagnostics.add({base::Severity::error, base::Kind::dossier, position, path,
                       "le caractère " + base::describe_character(c) +
                           " est d’une écriture de droite à gauche que le PDF ne sait pas ordonner "
                           "(il ne connaît que l’arabe et l’hébreu).",
                       "Produisez le document en DOCX, en ODT ou en page web, qui la gardent telle "
                       "quelle, ou joignez le texte d’origine en pièce et donnez ici sa "
                       "traduction."});
      return;
    }
  }).record(dossier.root, "");
}

}  // namespace app
