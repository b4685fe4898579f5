#include "templating/template_set.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "templating/scanner.hpp"

namespace templating {
namespace {

constexpr std::size_t maximum_bytes = 500'000;
constexpr std::size_t maximum_nesting = 32;
constexpr std::size_t maximum_inclusions = 16;

bool is_blank(const Token& token) {
  return token.kind == TokenKind::text && token.text.find_first_not_of(" \t") == std::string::npos;
}

bool is_tag(const Token& token) {
  return token.kind != TokenKind::text && token.kind != TokenKind::line_end;
}

// What becomes of a line (its line end included).
enum class LineKind {
  plain,
  only_sections,  // blanks, section tags and comments: the line itself leaves no trace
  only_partial    // one partial: its lines replace this one
};

class Loader {
 public:
  Loader(const base::Files& files, base::Diagnostics& diagnostics)
      : files_(files), diagnostics_(diagnostics) {}

  std::optional<TemplateSet> run(std::string_view id) {
    const bool has_folder = id.find('/') != std::string_view::npos;
    set_.main_file = (has_folder ? "" : "templates/") + std::string(id) + ".md";
    const auto content = files_.read(set_.main_file);
    if (!content) {
      error({set_.main_file}, "Ce gabarit n’existe pas.", "Créez « " + set_.main_file + " ».");
      return std::nullopt;
    }
    set_.main = read(*content, set_.main_file);
    if (failed_) return std::nullopt;
    return std::move(set_);
  }

 private:
  void error(base::Position at, std::string message, std::string hint = {}) {
    failed_ = true;
    diagnostics_.error(base::Kind::content, std::move(at), std::move(message), std::move(hint));
  }

  // Adds the mistakes found while scanning.
  TemplateFile read(const std::string& raw, const std::string& file) {
    if (!acceptable(raw, file)) return {};
    std::string content = base::nfc(raw);
    content.erase(std::remove(content.begin(), content.end(), '\r'), content.end());
    base::Diagnostics found;
    const auto tokens = scan(content, file, found);
    for (const auto& diagnostic : found.all()) diagnostics_.add(diagnostic);
    failed_ = failed_ || found.has_errors();
    return assemble(tokens);
  }

  bool acceptable(const std::string& content, const std::string& file) {
    if (content.size() > maximum_bytes) {
      error({file}, "Ce gabarit est trop long (500 000 octets au plus).");
      return false;
    }
    if (base::invalid_utf8(content)) {
      error({file}, "Ce gabarit n’est pas écrit en UTF-8.", "Enregistrez-le en UTF-8.");
      return false;
    }
    int line = 1;
    for (std::size_t offset = 0; offset < content.size();) {
      const char32_t c = base::next_code_point(content, offset);
      if (c == U'\n') ++line;
      const bool control = (c < U' ' && c != U'\n' && c != U'\r' && c != U'\t') || c == U'\u007F';
      if (!control && c != base::verbatim_begin && c != base::verbatim_end) continue;
      error({file, line},
            "Caractère interdit dans un gabarit : " + base::describe_character(c) + ".");
      return false;
    }
    return true;
  }

  TemplateFile assemble(const std::vector<Token>& tokens) {
    TemplateFile result;
    open_.clear();
    for (std::size_t begin = 0; begin < tokens.size();) {
      std::size_t end = begin;
      while (end < tokens.size() && tokens[end].kind != TokenKind::line_end) ++end;
      const bool has_line_end = end < tokens.size();
      const LineKind kind = line_kind(tokens, begin, end);
      for (std::size_t i = begin; i < end; ++i) {
        if (kind == LineKind::plain || is_tag(tokens[i])) append(tokens[i], kind, result);
      }
      if (has_line_end && kind == LineKind::plain) result.text += line_mark;
      begin = end + (has_line_end ? 1 : 0);
    }
    for (const std::size_t tag : open_) {
      error(set_.tags[tag].position, "La section « " + set_.tags[tag].name + " » n’est pas fermée.",
            "Ajoutez « {{/" + set_.tags[tag].name + "}} ».");
    }
    return result;
  }

  LineKind line_kind(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
    std::size_t tags = 0;
    std::size_t partials = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (is_tag(tokens[i])) {
        ++tags;
        if (tokens[i].kind == TokenKind::partial) ++partials;
        if (tokens[i].kind == TokenKind::print) return LineKind::plain;
      } else if (!is_blank(tokens[i])) {
        return LineKind::plain;
      }
    }
    if (tags == 0 || (partials > 0 && tags > 1)) return LineKind::plain;
    if (partials == 0) return LineKind::only_sections;
    if (!is_tag(tokens[begin])) {
      error(tokens[begin].position, "Un partiel seul sur sa ligne se met en début de ligne.",
            "Ôtez les blancs qui le précèdent : ses lignes ne seraient pas toutes décalées.");
    }
    return LineKind::only_partial;
  }

  void append(const Token& token, LineKind line, TemplateFile& result) {
    switch (token.kind) {
      case TokenKind::text:
      case TokenKind::line_end:
        result.text += token.text;
        return;
      case TokenKind::comment:
        return;
      case TokenKind::end:
        close(token, result);
        return;
      case TokenKind::print:
        result.text += "{{" + std::to_string(add(TagKind::print, token, result)) + "}}";
        return;
      case TokenKind::partial: {
        const std::size_t number = add(TagKind::partial, token, result);
        set_.tags[number].own_line = line == LineKind::only_partial;
        result.text += "{{>" + std::to_string(number) + "}}";
        read_partial(token);
        return;
      }
      case TokenKind::section:
      case TokenKind::inverted: {
        const bool section = token.kind == TokenKind::section;
        const std::size_t number =
            add(section ? TagKind::section : TagKind::inverted, token, result);
        open_.push_back(number);
        result.text += (section ? "{{#" : "{{^") + std::to_string(number) + "}}";
        if (open_.size() == maximum_nesting + 1) {
          error(token.position, "Les sections sont trop imbriquées (32 niveaux au plus).");
        }
        return;
      }
    }
  }

  std::size_t add(TagKind kind, const Token& token, TemplateFile& result) {
    const std::size_t number = set_.tags.size();
    set_.tags.push_back({kind, token.text, token.position, {}, false});
    (open_.empty() ? result.tags : set_.tags[open_.back()].children).push_back(number);
    return number;
  }

  void close(const Token& token, TemplateFile& result) {
    if (open_.empty()) {
      error(token.position, "« {{/" + token.text + "}} » ferme une section qui n’est pas ouverte.");
      return;
    }
    const Tag& opened = set_.tags[open_.back()];
    if (opened.name != token.text) {
      error(token.position,
            "« {{/" + token.text + "}} » ne ferme pas la section ouverte, « " + opened.name +
                " » (ligne " + std::to_string(opened.position.line) + ").",
            "Fermez d’abord « " + opened.name + " ».");
    }
    result.text += "{{/" + std::to_string(open_.back()) + "}}";
    open_.pop_back();
  }

  void read_partial(const Token& token) {
    const std::string& name = token.text;
    if (std::find(including_.begin(), including_.end(), name) != including_.end()) {
      error(token.position, "Le partiel « " + name + " » s’inclut lui-même (" +
                                base::join(including_, " → ") + " → " + name + ").");
      return;
    }
    if (set_.partials.count(name) > 0 || missing_.count(name) > 0) return;
    const std::string file = "templates/communs/" + name + ".md";
    const auto content = files_.read(file);
    if (!content) {
      missing_.insert(name);
      error(token.position,
            "Le partiel « " + name + " » n’existe pas." + base::did_you_mean(name, partial_names()),
            "Les partiels sont dans templates/communs/.");
      return;
    }
    if (including_.size() >= maximum_inclusions) {
      error(token.position, "Les partiels sont trop imbriqués (16 niveaux au plus).");
      return;
    }
    including_.push_back(name);
    const std::vector<std::size_t> open = std::exchange(open_, {});
    // A partial is made of whole lines, even if its file lacks the last line end.
    TemplateFile partial = read(content->ends_with('\n') ? *content : *content + '\n', file);
    open_ = open;
    including_.pop_back();
    set_.partials.emplace(name, std::move(partial));
  }

  std::vector<std::string> partial_names() const {
    std::vector<std::string> names;
    for (const std::string& file : files_.list("templates/communs")) {
      if (file.ends_with(".md")) names.push_back(file.substr(0, file.size() - 3));
    }
    return names;
  }

  const base::Files& files_;
  base::Diagnostics& diagnostics_;
  TemplateSet set_;
  std::vector<std::size_t> open_;       // sections not yet closed in the file being read
  std::vector<std::string> including_;  // partials being read, outermost first
  std::set<std::string> missing_;
  bool failed_ = false;
};

}  // namespace

std::optional<TemplateSet> load_templates(std::string_view id, const base::Files& files,
                                          base::Diagnostics& diagnostics) {
  return Loader(files, diagnostics).run(id);
}

}  // namespace templating
