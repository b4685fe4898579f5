#include "templating/scanner.hpp"

#include <optional>

#include "base/text.hpp"

namespace templating {
namespace {

bool is_name_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// Dotted, or "." alone.
bool is_lookup_name(std::string_view name) {
  if (name == ".") return true;
  for (const std::string& part : base::split(name, '.')) {
    if (part.empty()) return false;
    for (const char c : part) {
      if (!is_name_byte(c)) return false;
    }
  }
  return true;
}

bool is_file_name(std::string_view name) {
  for (const char c : name) {
    if (!is_name_byte(c) || static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return !name.empty();
}

class Scanner {
 public:
  Scanner(std::string_view content, const std::string& file, base::Diagnostics& diagnostics)
      : content_(content), file_(file), diagnostics_(diagnostics) {}

  std::vector<Token> run() {
    while (offset_ < content_.size()) {
      if (content_[offset_] == '\n') {
        tokens_.push_back({TokenKind::line_end, "\n", position()});
        advance_to(offset_ + 1);
      } else if (content_.substr(offset_, 2) == "{{") {
        if (!read_tag()) break;
      } else {
        read_text();
      }
    }
    return std::move(tokens_);
  }

 private:
  base::Position position() const { return {file_, line_, column_}; }

  void advance_to(std::size_t end) {
    for (; offset_ < end; ++offset_) {
      const char c = content_[offset_];
      if (c == '\n') {
        ++line_;
        column_ = 1;
      } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
        ++column_;
      }
    }
  }

  void read_text() {
    auto end = offset_;
    while (end < content_.size() && content_[end] != '\n' && content_.substr(end, 2) != "{{") ++end;
    tokens_.push_back(
        {TokenKind::text, std::string(content_.substr(offset_, end - offset_)), position()});
    advance_to(end);
  }

  void refuse(std::string message, std::string hint = {}) {
    diagnostics_.error(base::Kind::content, position(), std::move(message), std::move(hint));
  }

  // False when the rest of the file cannot be read.
  bool read_tag() {
    const bool triple = content_.substr(offset_, 3) == "{{{";
    const std::string_view closing = triple ? "}}}" : "}}";
    const auto end = content_.find(closing, offset_ + 2);
    if (end == std::string_view::npos) {
      refuse("Cette balise n’est pas fermée.", "Ajoutez « }} ».");
      return false;
    }
    const std::string_view inside = content_.substr(offset_ + 2, end - offset_ - 2);
    if (triple) {
      refuse("Les balises « {{{…}}} » sont refusées : elles n’échapperaient pas la valeur.",
             "Écrivez « {{…}} ».");
    } else {
      add_tag(inside);
    }
    advance_to(end + closing.size());
    return true;
  }

  void add_tag(std::string_view inside) {
    std::string_view name = base::trim(inside);
    if (!name.empty() && name.front() == '!') {
      tokens_.push_back({TokenKind::comment, {}, position()});
      return;
    }
    if (inside.find('\n') != std::string_view::npos) {
      refuse("Une balise tient sur une seule ligne.");
      return;
    }
    if (name.empty()) {
      refuse("Cette balise est vide.",
             "Écrivez le nom d’une valeur, par exemple « {{faits.lieu}} ».");
      return;
    }
    const auto kind = kind_of(name.front());
    if (!kind) return;
    if (*kind != TokenKind::print) name = base::trim(name.substr(1));
    if (*kind == TokenKind::partial ? !is_file_name(name) : !is_lookup_name(name)) {
      refuse(
          "Le nom de cette balise est mal formé.",
          *kind == TokenKind::partial
              ? "Un partiel s’écrit en minuscules sans accent, chiffres et tirets : « {{> nom}} »."
              : "Un nom est fait de lettres, chiffres, tirets, « _ », séparés par des points.");
      return;
    }
    tokens_.push_back({*kind, std::string(name), position()});
  }

  std::optional<TokenKind> kind_of(char sign) {
    switch (sign) {
      case '#':
        return TokenKind::section;
      case '^':
        return TokenKind::inverted;
      case '/':
        return TokenKind::end;
      case '>':
        return TokenKind::partial;
      case '&':
        refuse("Les balises « {{&…}} » sont refusées : elles n’échapperaient pas la valeur.",
               "Écrivez « {{…}} ».");
        return std::nullopt;
      case '=':
        refuse("Changer les délimiteurs (« {{=…=}} ») est refusé.");
        return std::nullopt;
      case '<':
      case '$':
        refuse("L’héritage de gabarits (« {{<…}} », « {{$…}} ») est refusé.",
               "Employez un partiel : « {{> nom}} ».");
        return std::nullopt;
      default:
        return TokenKind::print;
    }
  }

  std::string_view content_;
  const std::string& file_;
  base::Diagnostics& diagnostics_;
  std::vector<Token> tokens_;
  std::size_t offset_ = 0;
  int line_ = 1;
  int column_ = 1;
};

}  // namespace

std::vector<Token> scan(std::string_view content, const std::string& file,
                        base::Diagnostics& diagnostics) {
  return Scanner(content, file, diagnostics).run();
}

}  // namespace templating
