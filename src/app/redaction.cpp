#include "app/redaction.hpp"

#include <algorithm>

#include <unictype.h>

#include "base/text.hpp"
#include "yaml/node.hpp"

namespace app {

using dossier::Disclosure;
using dossier::Field;
using dossier::FieldType;
using dossier::FieldValue;

namespace {

constexpr const char* file = "forms/regles/caviardage.yaml";
// Shorter words are too common to be hidden one by one: « le », « du ».
constexpr std::size_t shortest_word = 3;
constexpr std::size_t postal_code_length = 5;

// A run of letters and digits, with its place in the text.
struct Token {
  std::size_t begin = 0, end = 0;
  std::string folded;
  bool capital = false;
  bool caseless = false;  // in a script without capitals
};

bool in_word(char32_t c) {
  const auto code = static_cast<ucs4_t>(c);
  return uc_is_property_alphabetic(code) || uc_is_general_category(code, UC_NUMBER) ||
         uc_is_general_category(code, UC_MARK);
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  bool open = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t c = base::next_code_point(text, offset);
    if (!in_word(c)) {
      open = false;
      continue;
    }
    if (!open) {
      const auto code = static_cast<ucs4_t>(c);
      tokens.push_back({begin,
                        offset,
                        {},
                        uc_is_upper(code) != 0,
                        uc_is_general_category(code, UC_OTHER_LETTER)});
    }
    tokens.back().end = offset;
    open = true;
  }
  for (Token& token : tokens) {
    token.folded = base::fold(text.substr(token.begin, token.end - token.begin));
  }
  return tokens;
}

bool all_digits(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Words that may name someone: those that begin with a capital, or all of them in a value typed
// without any; those of a script that has none; postal codes.
std::vector<std::string> naming_words(std::string_view text) {
  const auto tokens = tokens_of(text);
  const bool capitals =
      std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.capital; });
  std::vector<std::string> words;
  for (const Token& token : tokens) {
    const bool digits = all_digits(token.folded);
    const bool postal = digits && token.folded.size() == postal_code_length;
    const bool name = !digits && token.folded.size() >= shortest_word;
    if (postal || (name && (token.capital || token.caseless || !capitals)))
      words.push_back(token.folded);
  }
  return words;
}

// Blanks and marks that may stand between two words of one name.
bool only_separates(std::string_view between) {
  return between.find_first_not_of(" -'.\n") == std::string_view::npos || between == "’" ||
         between == "\u00A0" || between == "\u202F" || between == "\u2011";
}

}  // namespace

bool Redaction::can_name(FieldType type) {
  switch (type) {
    case FieldType::text:
    case FieldType::long_text:
    case FieldType::text_list:
    case FieldType::date:
    case FieldType::integer:
    case FieldType::postal_code:
    case FieldType::insee_code:
    case FieldType::email:
    case FieldType::phone:
    case FieldType::web_address:
      return true;
    default:
      return false;
  }
}

std::string Redaction::mark(const Field& field) {
  switch (field.type) {
    case FieldType::date:
      return "[date caviardée]";
    case FieldType::email:
      return "[courriel caviardé]";
    case FieldType::phone:
      return "[téléphone caviardé]";
    case FieldType::web_address:
      return "[adresse caviardée]";
    case FieldType::postal_code:
    case FieldType::insee_code:
      return "[code caviardé]";
    default:
      return field.hidden_as.empty() ? "[texte caviardé]" : field.hidden_as;
  }
}

Redaction::Redaction(const base::Files& files, const dossier::Form& form,
                     const dossier::Case& dossier, base::Diagnostics& diagnostics)
    : form_(form), file_(dossier.file) {
  const yaml::Node root =
      yaml::parse(files.read(file).value_or(std::string()), file, base::Kind::content, diagnostics);
  yaml::check_keys(root, {"mots_courants"}, base::Kind::content, diagnostics);
  for (const std::string& word :
       yaml::text_list(root["mots_courants"], base::Kind::content, diagnostics)) {
    common_.insert(base::fold(word));
  }
  visit(form.blocs, dossier.root, {});
  settle();
}

void Redaction::visit(const std::vector<Field>& fields, const dossier::RecordValue& given,
                      const std::string& path) {
  for (const Field& field : fields) {
    const FieldValue* value = given.find(field.name);
    if (value == nullptr) continue;
    const std::string place = path.empty() ? field.name : path + "." + field.name;
    visit_value(field, *value, place);
  }
}

void Redaction::visit_value(const Field& field, const FieldValue& value, const std::string& path) {
  if (const auto* record = std::get_if<dossier::RecordValue>(&value.data)) {
    visit(field.fields, *record, path);
    return;
  }
  if (const auto* list = std::get_if<dossier::ListValue>(&value.data)) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      visit(field.fields, std::get<dossier::RecordValue>((*list)[i].data),
            path + "." + std::to_string(i + 1));
    }
    return;
  }
  if (!can_name(field.type)) return;
  if (field.disclosure == Disclosure::hidden) {
    hide(field, value, path);
  } else if (field.disclosure == Disclosure::shown) {
    if (const auto* text = std::get_if<std::string>(&value.data)) {
      for (const Token& token : tokens_of(*text)) shown_.insert(token.folded);
    }
  } else if (field.type == FieldType::text || field.type == FieldType::long_text ||
             field.type == FieldType::text_list) {
    const std::string bloc = path.substr(0, path.find('.'));
    if (form_.request(bloc) != nullptr) free_texts_.insert(path);
  }
}

void Redaction::hide(const Field& field, const FieldValue& value, const std::string& path) {
  if (const auto* date = std::get_if<calendar::Date>(&value.data)) {
    hide_sequence(calendar::iso(*date), path);
    hide_sequence(calendar::french(*date), path);
    hide_sequence(calendar::french_numeric(*date), path);
  } else if (const auto* texts = std::get_if<dossier::TextList>(&value.data)) {
    for (const std::string& text : *texts) {
      hide_text(text, path);
      hide_sequence(text, path);
    }
  } else if (const auto* text = std::get_if<std::string>(&value.data)) {
    if (field.type == FieldType::text || field.type == FieldType::long_text) hide_text(*text, path);
    hide_sequence(*text, path);
    if (field.type != FieldType::phone) return;
    // A number may be typed without spaces elsewhere.
    std::string digits;
    for (const char c : *text) {
      if (c >= '0' && c <= '9') digits += c;
    }
    hide_sequence(digits, path);
  }
}

void Redaction::hide_text(const std::string& text, const std::string& path) {
  for (std::string& word : naming_words(text)) {
    if (common_.count(word) == 0) found_.push_back({std::move(word), path});
  }
}

void Redaction::hide_sequence(std::string_view text, const std::string& path) {
  std::vector<std::string> words;
  for (Token& token : tokens_of(text)) words.push_back(std::move(token.folded));
  // One short word alone is not a name that can be told from the language.
  const bool short_word =
      words.size() == 1 && (words.front().size() < shortest_word || common_.count(words.front()));
  if (!words.empty() && !short_word) sequences_.push_back({std::move(words), path});
}

// A word that a public value bears cannot be hidden elsewhere; nor can a value made of such words
// alone.
void Redaction::settle() {
  for (HiddenWord& found : found_) {
    if (shown_.count(found.word) == 0) {
      hidden_.insert(std::move(found.word));
    } else {
      kept_.insert(found.path);
    }
  }
  const auto is_public = [&](const HiddenValue& value) {
    const bool all = std::all_of(value.words.begin(), value.words.end(),
                                 [&](const auto& word) { return shown_.count(word) > 0; });
    if (all) kept_.insert(value.path);
    return all;
  };
  std::erase_if(sequences_, is_public);
}

std::string Redaction::scrubbed(std::string_view text) const {
  const auto tokens = tokens_of(text);
  std::vector<bool> hidden(tokens.size(), false);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (hidden_.count(tokens[i].folded) > 0) hidden[i] = true;
    for (const auto& [words, path] : sequences_) {
      if (words.size() > tokens.size() - i) continue;
      const bool same = std::equal(
          words.begin(), words.end(), tokens.begin() + static_cast<std::ptrdiff_t>(i),
          [](const std::string& word, const Token& token) { return word == token.folded; });
      if (same) std::fill_n(hidden.begin() + static_cast<std::ptrdiff_t>(i), words.size(), true);
    }
  }
  std::string result;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!hidden[i]) continue;
    std::size_t last = i;
    while (last + 1 < tokens.size() && hidden[last + 1] &&
           only_separates(text.substr(tokens[last].end, tokens[last + 1].begin - tokens[last].end)))
      ++last;
    result += text.substr(copied, tokens[i].begin - copied);
    result += "[nom caviardé]";
    copied = tokens[last].end;
    i = last;
  }
  return result + std::string(text.substr(copied));
}

void Redaction::warn(base::Diagnostics& diagnostics) const {
  const auto listed = [](const std::set<std::string>& paths) {
    return base::join({paths.begin(), paths.end()}, ", ");
  };
  if (!free_texts_.empty()) {
    diagnostics.warning(
        base::Kind::dossier, {file_},
        "copie caviardée : une personne qui n’est nommée que dans un texte libre y reste lisible. "
        "Relisez : " +
            listed(free_texts_) + ".",
        "Les noms donnés dans les rubriques des tiers y ont été remplacés, entiers.");
  }
  if (!kept_.empty()) {
    diagnostics.warning(base::Kind::dossier, {file_},
                        "copie caviardée : un mot de ces champs figure aussi dans une rubrique "
                        "publique, et y reste lisible : " +
                            listed(kept_) + ".");
  }
}

}  // namespace app
