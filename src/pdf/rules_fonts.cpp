// Rules on fonts. The numbers are those of the Matterhorn protocol 1.1.
#include <cmath>

#include "pdf/inspection.hpp"

namespace pdf {

namespace {

class FontRules {
 public:
  void check(const FontReading& font) {
    const auto& name = font.name();
    embedded_.require(font.embedded(), "31-009 : la police " + name + " n’est pas incorporée");
    mapped_.applies();
    for (const auto& fault : font.faults()) mapped_.fault(fault);
    unicode_.applies();
    missing_.applies();
    count_codes(font);
    check_widths(font);
  }

  void finish(Findings& findings) {
    for (auto* rule : {&embedded_, &mapped_, &unicode_, &missing_, &widths_}) {
      findings.push_back(rule->finish());
    }
  }

 private:
  void count_codes(const FontReading& font) {
    std::size_t untold = 0, zero = 0, marks = 0, absent = 0, beyond = 0;
    for (const auto code : font.used()) {
      const auto text = font.text(code);
      untold += !text || text->empty() ? 1 : 0;
      zero += text == std::string(1, '\0') ? 1 : 0;
      marks += text == "\uFEFF" || text == "\xEF\xBF\xBE" ? 1 : 0;
      absent += font.shows_missing_glyph(code) ? 1 : 0;
      beyond += font.lacks_glyph(code) ? 1 : 0;
    }
    const auto tell = [&font](Rule& rule, std::size_t count, const char* start, const char* end) {
      if (count > 0) {
        rule.fault(std::string(start) + " : la police " + font.name() + " montre " +
                   std::to_string(count) + end);
      }
    };
    tell(unicode_, untold, "31-027, 10-001", " signes sans texte");
    tell(unicode_, zero, "31-028", " signes dont le texte est zéro");
    tell(unicode_, marks, "31-029", " signes dont le texte est une marque d’ordre");
    tell(missing_, absent, "31-030", " signes qu’elle n’a pas");
    tell(missing_, beyond, "31-011", " signes qui ne sont pas dans le fichier incorporé");
  }

  void check_widths(const FontReading& font) {
    std::size_t wrong = 0;
    for (const auto code : font.used()) {
      const auto said = font.said_width(code), drawn = font.drawn_width(code);
      if (!said || !drawn) continue;
      widths_.applies();
      wrong += std::abs(*said - *drawn) > 1.01 ? 1 : 0;
    }
    if (wrong > 0) {
      widths_.fault("31-016 : la police " + font.name() + " dit mal la largeur de " +
                    std::to_string(wrong) + " signes");
    }
  }

  Rule embedded_{"polices-incorporees", "Les polices sont dans le fichier (Matterhorn 31-009)"};
  Rule mapped_{"polices-lisibles",
               "Les polices disent quel dessin montre chaque code (Matterhorn 31-001 à 31-008, "
               "31-017 à 31-026)"};
  Rule unicode_{"texte-extrait",
                "Chaque caractère montré a un équivalent Unicode (Matterhorn 10-001, 31-027 à "
                "31-029)"};
  Rule missing_{"glyphes-presents",
                "Aucun caractère n’est remplacé par un carré (Matterhorn 31-011, 31-030)"};
  Rule widths_{"polices-largeurs",
               "La largeur dite des caractères est celle de leur dessin (Matterhorn 31-016)"};
};

}  // namespace

void check_fonts(const Inspection& inspection, Findings& findings) {
  FontRules rules;
  for (const auto& font : inspection.fonts.all()) {
    if (!font->used().empty()) rules.check(*font);
  }
  rules.finish(findings);
}

}  // namespace pdf
