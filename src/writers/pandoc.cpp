#include "writers/pandoc.hpp"

#include <charconv>
#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "base/disk.hpp"
#include "writers/archive.hpp"
#include "writers/office_reference.hpp"
#include "writers/polish.hpp"

namespace writers {
namespace {

using base::Diagnostics;
using base::Kind;

constexpr const char* program = "pandoc";
constexpr const char* install =
    "Installez le paquet « pandoc » (sous Debian : apt install pandoc). Le PDF, la page web et le "
    "texte n’en ont pas besoin.";

const char* name_of(Format format) {
  switch (format) {
    case Format::docx:
      return "docx";
    case Format::odt:
      return "odt";
    case Format::epub:
      return "epub";
  }
  return "";
}

const char* writer_of(Format format) { return format == Format::epub ? "epub3" : name_of(format); }

// Seconds since 1970 of a civil date AAAA-MM-JJ at midnight; 0 without a date.
long epoch_of(const std::string& date) {
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    if (at + size <= date.size()) std::from_chars(&date[at], &date[at] + size, value);
    return value;
  };
  const std::chrono::year_month_day day{std::chrono::year(number(0, 4)),
                                        std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                        std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  if (!day.ok()) return 0;
  const std::chrono::sys_seconds moment = std::chrono::sys_days(day);
  return static_cast<long>(moment.time_since_epoch().count());
}

// A name for the book that depends only on what it says (FNV-1a, 64 bits, from two starting
// points), in the form of a UUID of version 8, meant for such uses (RFC 9562, 5.8).
std::string identifier_of(const std::string& content) {
  const auto hash = [&](std::uint64_t value) {
    for (const char c : content) {
      value ^= static_cast<unsigned char>(c);
      value *= 0x100000001b3ULL;
    }
    return value;
  };
  std::uint64_t high = hash(0xcbf29ce484222325ULL);
  std::uint64_t low = hash(0x9e3779b97f4a7c15ULL);
  high = (high & ~0xF000ULL) | 0x8000ULL;
  low = (low & ~(0x3ULL << 62U)) | (0x2ULL << 62U);
  std::string digits;
  for (const std::uint64_t half : {high, low}) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      digits += "0123456789abcdef"[(half >> static_cast<unsigned>(shift)) & 0xFU];
    }
  }
  for (const std::size_t at : {20U, 16U, 12U, 8U}) digits.insert(at, "-");
  return "urn:uuid:" + digits;
}

void write(const base::TemporaryFolder& folder, const std::string& name, std::string_view content) {
  (void)base::write_file(folder.path() + "/" + name, content, base::Overwrite::replace);
}

// Writes the pictures beside the document as they are met, and keeps their alternative texts.
class Pictures {
 public:
  Pictures(const PandocOptions& options, const base::TemporaryFolder& folder)
      : options_(options), folder_(folder) {}

  std::optional<std::string> operator()(const document::Figure& figure) {
    const std::string svg = options_.svg(figure);
    if (svg.empty()) return std::nullopt;
    alternatives_.push_back(figure.alternative);
    std::string name = "figure-" + std::to_string(alternatives_.size()) + ".svg";
    write(folder_, name, svg);
    return name;
  }
  [[nodiscard]] const std::vector<std::string>& alternatives() const { return alternatives_; }

 private:
  const PandocOptions& options_;
  const base::TemporaryFolder& folder_;
  std::vector<std::string> alternatives_;
};

std::optional<std::string> run(Format format, const std::vector<std::string>& arguments,
                               const std::string& tree, const base::TemporaryFolder& folder,
                               const PandocOptions& options, long epoch, Diagnostics& diagnostics) {
  const base::ProcessResult result =
      base::run_process(program, arguments, tree, folder.path(), options.limits, epoch);
  if (!result.started) {
    diagnostics.error(Kind::tool, {}, "Le programme « pandoc » est introuvable.", install);
    return std::nullopt;
  }
  const std::string what = std::string("Le fichier ") + name_of(format) + " n’a pas pu être écrit";
  if (result.timed_out) {
    diagnostics.error(Kind::tool, {}, what + " : « pandoc » n’a pas fini à temps.",
                      "Réessayez quand la machine est moins chargée.");
    return std::nullopt;
  }
  auto bytes = base::read_file(folder.path() + "/sortie." + name_of(format));
  if (result.status != 0 || !bytes) {
    // What Pandoc writes on its error output may quote the document: it is not repeated.
    diagnostics.error(Kind::tool, {},
                      what + " : « pandoc » a échoué (état " + std::to_string(result.status) + ").",
                      "Vérifiez l’installation de « pandoc ».");
    return std::nullopt;
  }
  return bytes;
}

// What depends on the format: the options of Pandoc, whose files are put in the folder, and the
// style sheet.
struct Preparation {
  std::vector<std::string> arguments;
  ReferenceDocument reference;
};

// Nothing, and an error, if a resource is missing.
std::optional<Preparation> prepare(Format format, const base::Files& resources,
                                   const base::TemporaryFolder& folder, Diagnostics& diagnostics) {
  if (format == Format::epub) {
    const std::string path = "templates/bureautique/epub/style.css";
    const auto style_sheet = resources.read(path);
    if (!style_sheet) {
      diagnostics.error(Kind::content, {path, 0, 0}, "Fichier introuvable.",
                        "Réinstallez Égide ou rétablissez ce fichier.");
      return std::nullopt;
    }
    write(folder, "style.css", *style_sheet);
    return Preparation{{"--css=style.css", "--toc", "--toc-depth=2", "--epub-chapter-level=1",
                        "--metadata=toc-title:Sommaire"},
                       {}};
  }
  auto reference = reference_document(format, resources, diagnostics);
  if (!reference) return std::nullopt;
  const std::string name = std::string("modele.") + name_of(format);
  write(folder, name, reference->bytes);
  return Preparation{{"--reference-doc=" + name}, std::move(*reference)};
}

std::vector<std::string> arguments_for(Format format, std::vector<std::string> special) {
  std::vector<std::string> result = {"+RTS",
                                     "-M512M",
                                     "-RTS",
                                     "--from=json",
                                     std::string("--to=") + writer_of(format),
                                     std::string("--output=sortie.") + name_of(format)};
  result.insert(result.end(), special.begin(), special.end());
  return result;
}

}  // namespace

std::optional<ApiVersion> pandoc_version(Diagnostics& diagnostics) {
  const base::TemporaryFolder folder;
  const base::ProcessResult result = base::run_process(program, {"--from=commonmark", "--to=json"},
                                                       "", folder.path(), base::ProcessLimits{});
  if (!result.started) {
    diagnostics.error(Kind::tool, {}, "Le programme « pandoc » est introuvable.", install);
    return std::nullopt;
  }
  const auto tree = nlohmann::json::parse(result.out, nullptr, false);
  const auto version = tree.is_object() ? tree.find("pandoc-api-version") : tree.end();
  const bool readable = result.status == 0 && tree.is_object() && version != tree.end() &&
                        version->is_array() && version->size() >= 2 &&
                        version->at(0).is_number_integer() && version->at(1).is_number_integer();
  const ApiVersion found = readable
                               ? ApiVersion{version->at(0).get<int>(), version->at(1).get<int>()}
                               : ApiVersion{0, 0};
  if (found.major == 1 && (found.minor == 22 || found.minor == 23)) return found;
  diagnostics.error(Kind::tool, {},
                    "La version de « pandoc » installée n’est pas connue d’Égide, qui attend une "
                    "version de 2.11 à 3.",
                    install);
  return std::nullopt;
}

std::optional<std::string> pandoc(const document::Document& document, Format format,
                                  const base::Files& resources, const PandocOptions& options,
                                  Diagnostics& diagnostics) {
  const auto version = options.version ? options.version : pandoc_version(diagnostics);
  if (!version) return std::nullopt;
  const base::TemporaryFolder folder;
  auto preparation = prepare(format, resources, folder, diagnostics);
  if (!preparation) return std::nullopt;

  Pictures pictures(options, folder);
  AstOptions ast;
  ast.format = format;
  ReferenceDocument& reference = preparation->reference;
  ast.styles = reference.styles;
  ast.page = options.page;
  ast.title_block = options.title_block;
  ast.turned = options.turned;
  if (options.svg) {
    ast.picture = [&](const document::Figure& figure) { return pictures(figure); };
  }
  const std::string tree = pandoc_json(document, *version, ast);
  std::vector<std::string> arguments = arguments_for(format, std::move(preparation->arguments));
  if (format == Format::epub) arguments.push_back("--metadata=identifier:" + identifier_of(tree));
  const auto bytes =
      run(format, arguments, tree, folder, options, epoch_of(document.metadata.date), diagnostics);
  auto archive = bytes ? unzip(*bytes) : std::nullopt;
  if (!archive) {
    if (bytes)
      diagnostics.error(Kind::tool, {}, "« pandoc » a écrit un fichier illisible.", install);
    return std::nullopt;
  }
  switch (format) {
    case Format::docx:
      polish_docx(*archive, document.metadata, options.page, reference.parts);
      break;
    case Format::odt:
      polish_odt(*archive, document.metadata, options.page, std::move(reference.style_sheet),
                 pictures.alternatives());
      break;
    case Format::epub:
      polish_epub(*archive, !pictures.alternatives().empty());
  }
  return zip(std::move(*archive));
}

}  // namespace writers
