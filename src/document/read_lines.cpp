#include "document/read_lines.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "document/read.hpp"
#include "document/read_attributes.hpp"

namespace document {
namespace {

constexpr std::array known_classes = {"expediteur", "destinataire", "lieu-date",  "envoi",
                                      "objet",      "references",   "signature",  "pieces-jointes",
                                      "visas",      "considerants", "article",    "en-bref",
                                      "attention",  "que-faire",    "a-verifier", "information",
                                      "tableau",    "frise",        "graphique",  "arbre"};
constexpr std::array known_keys = {"legende", "titre",          "colonnes",    "total",
                                   "reports", "entetes-lignes", "alternative", "type",
                                   "unite",   "valeurs",        "rupture",     "reperes"};

class LineReader {
 public:
  LineReader(const std::string& file, base::Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  Lines read(std::string_view source);

 private:
  void line(std::string_view text);
  void fence(std::string_view text);
  void open(Attributes attributes);
  void check_names(const Attributes& attributes);
  [[nodiscard]] std::string_view heading(std::string_view text);
  void definitions(std::string_view text);
  void count_cells(std::string_view text);
  void refuse_characters(std::string_view text);
  void error(std::string message, std::string hint = {}, int column = 0) {
    diagnostics_.error(base::Kind::content, {file_, number_, column}, std::move(message),
                       std::move(hint));
  }
  void forbid(std::string message, std::string hint = {}, int column = 0) {
    lines_.usable = false;
    error(std::move(message), std::move(hint), column);
  }

  const std::string& file_;
  base::Diagnostics& diagnostics_;
  Lines lines_;
  int number_ = 0;
  std::vector<int> open_;  // lines of the divs that are open
  // The lines since the last blank one: an upper bound of a table's size.
  std::size_t group_columns_ = 0;
  std::size_t group_lines_ = 0;
  std::size_t cells_ = 0;
};

// How many quotes and list items a line opens at its start: the depth it asks of the parser,
// whose work for each line grows with the depth.
int opened_containers(std::string_view text) {
  int count = 0;
  std::size_t at = 0;
  const auto ends_marker = [&](std::size_t i) {
    return i >= text.size() || text[i] == ' ' || text[i] == '\t';
  };
  for (;;) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    if (at >= text.size()) return count;
    std::size_t digits = at;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    const bool bullet = std::string_view("-+*").find(text[at]) != std::string_view::npos;
    if (text[at] == '>' || (bullet && ends_marker(at + 1))) {
      ++at;
    } else if (digits > at && digits < text.size() &&
               (text[digits] == '.' || text[digits] == ')') && ends_marker(digits + 1)) {
      at = digits + 1;
    } else {
      return count;
    }
    ++count;
  }
}

Lines LineReader::read(std::string_view source) {
  lines_.usable = true;
  if (source.size() > maximum_source_bytes) {
    forbid("texte trop long : plus de " + std::to_string(maximum_source_bytes >> 20) + " Mio.",
           "Partagez-le en plusieurs documents.");
    return std::move(lines_);
  }
  if (source.substr(0, 3) == "\xEF\xBB\xBF") source.remove_prefix(3);
  while (!source.empty()) {
    const auto end = source.find('\n');
    std::string_view text = source.substr(0, end);
    source.remove_prefix(end == std::string_view::npos ? source.size() : end + 1);
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    ++number_;
    line(text);
    lines_.markdown += '\n';
  }
  count_cells({});
  for (const int opened : open_) {
    number_ = opened;
    error("bloc « ::: » jamais fermé.", "Ajoutez une ligne « ::: » à la fin du bloc.");
  }
  return std::move(lines_);
}

void LineReader::line(std::string_view text) {
  if (const auto wrong = base::invalid_utf8(text)) {
    forbid("le texte n’est pas en UTF-8.", "Enregistrez le fichier en UTF-8.",
           static_cast<int>(*wrong) + 1);
    return;
  }
  refuse_characters(text);
  count_cells(text);
  if (opened_containers(text) > maximum_depth) {
    forbid("trop de citations ou de listes emboîtées (plus de " + std::to_string(maximum_depth) +
           ").");
  }
  if (text.substr(0, 3) == ":::") {
    fence(text);
    lines_.markdown += '#';
    return;
  }
  definitions(text);
  lines_.markdown += heading(text);
}

void LineReader::refuse_characters(std::string_view text) {
  int column = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    ++column;
    if ((c < 0x20 && c != U'\t') || (c >= 0x7F && c < 0xA0)) {
      forbid("caractère de commande " + base::describe_character(c) + " interdit.", "Supprimez-le.",
             column);
      return;
    }
  }
}

void LineReader::count_cells(std::string_view text) {
  if (!base::trim(text).empty()) {
    std::size_t pipes = 0;  // a pipe after a backslash makes no cell
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '|' && (i == 0 || text[i - 1] != '\\')) ++pipes;
    }
    group_columns_ = std::max(group_columns_, pipes);
    ++group_lines_;
    if (pipes > maximum_table_columns + 1) {
      forbid("tableau de plus de " + std::to_string(maximum_table_columns) + " colonnes.");
    }
    return;
  }
  if (group_columns_ > 0) {
    cells_ += (group_columns_ + 1) * group_lines_;
  }
  group_columns_ = group_lines_ = 0;
  if (cells_ > maximum_table_cells) {
    cells_ = 0;
    forbid("trop de cellules de tableau (plus de " + std::to_string(maximum_table_cells) + ").");
  }
}

void LineReader::fence(std::string_view text) {
  std::string_view rest = base::trim(text.substr(
      text.find_first_not_of(':') == std::string_view::npos ? text.size()
                                                            : text.find_first_not_of(':')));
  if (rest.empty()) {
    if (open_.empty()) {
      error("« ::: » ferme un bloc qui n’a pas été ouvert.");
      return;
    }
    open_.pop_back();
    lines_.fences.push_back({number_, false, {}});
    return;
  }
  Attributes attributes;
  if (rest.size() >= 2 && rest.front() == '{' && rest.back() == '}') {
    ReadAttributes result = read_attributes(rest.substr(1, rest.size() - 2));
    if (!result.mistake.empty()) error("bloc « ::: » : " + result.mistake);
    attributes = std::move(result.attributes);
  } else if (is_attribute_name(rest)) {
    attributes.classes.emplace_back(rest);
  } else {
    error("ouverture de bloc « ::: » illisible.",
          "Écrivez « ::: nom », ou « ::: {#identifiant .classe nom=\"valeur\"} ».");
  }
  open(std::move(attributes));
}

void LineReader::open(Attributes attributes) {
  check_names(attributes);
  open_.push_back(number_);
  if (open_.size() > maximum_depth) {
    forbid("trop de blocs « ::: » emboîtés (plus de " + std::to_string(maximum_depth) + ").");
  }
  lines_.fences.push_back({number_, true, std::move(attributes)});
}

// A new class is only data for a style sheet; one that looks like a known one is a misspelling.
void LineReader::check_names(const Attributes& attributes) {
  const std::vector<std::string> classes(known_classes.begin(), known_classes.end());
  const std::vector<std::string> keys(known_keys.begin(), known_keys.end());
  for (const std::string& name : attributes.classes) {
    if (std::find(classes.begin(), classes.end(), name) != classes.end()) continue;
    const std::string hint(base::trim(base::did_you_mean(name, classes)));
    if (!hint.empty()) error("bloc « " + name + " » inconnu.", hint);
  }
  for (const auto& [name, value] : attributes.others) {
    if (std::find(keys.begin(), keys.end(), name) != keys.end()) continue;
    error("attribut « " + name + " » inconnu." + base::did_you_mean(name, keys),
          "Attributs admis : " + base::join(keys, ", ") + ".");
  }
}

// Takes the attributes off the end of a heading's line and keeps them.
std::string_view LineReader::heading(std::string_view text) {
  const auto mark = text.find_first_not_of(' ');
  if (mark > 3 || text[mark] != '#') return text;  // npos is beyond 3 as well
  const std::string_view trimmed = text.substr(0, text.find_last_not_of(" \t") + 1);
  const auto brace = trimmed.rfind(" {");
  if (brace == std::string_view::npos || trimmed.back() != '}') return text;
  ReadAttributes result = read_attributes(trimmed.substr(brace + 2, trimmed.size() - brace - 3));
  if (!result.mistake.empty()) error("titre : " + result.mistake);
  for (const auto& [name, value] : result.attributes.others) {
    error("titre : l’attribut « " + name + " » n’y a pas de sens.",
          "Un titre n’admet qu’un identifiant et des classes.");
  }
  lines_.headings[number_] = std::move(result.attributes);
  return trimmed.substr(0, brace);
}

void LineReader::definitions(std::string_view text) {
  for (auto at = text.find("]:"); at != std::string_view::npos; at = text.find("]:", at + 1)) {
    if (at > 0 && text[at - 1] == '\\') continue;
    const auto start = text.rfind('[', at);
    const bool note = start != std::string_view::npos && text.substr(start, 2) == "[^";
    if (!note) {
      error("définition de lien « [nom]: adresse » non admise.",
            "Écrivez l’adresse sur place : « [texte](adresse) ».");
    } else if (text.find_first_not_of(' ') == start && start <= 3) {
      const std::string label(text.substr(start + 2, at - start - 2));
      if (!lines_.definitions.emplace(label, number_).second) {
        error("la note « " + label + " » est écrite deux fois.");
      }
    }
  }
}

}  // namespace

Lines read_lines(std::string_view source, const std::string& file, base::Diagnostics& diagnostics) {
  return LineReader(file, diagnostics).read(source);
}

}  // namespace document
