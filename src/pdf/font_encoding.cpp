#include "pdf/font_encoding.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pdf {

namespace {

// ISO 32000-1, table 118, without the direction (-H, -V).
bool is_listed_map(std::string name) {
  constexpr std::array<std::string_view, 32> names{
      "/GB-EUC",      "/GBpc-EUC",     "/GBK-EUC",      "/GBKp-EUC",
      "/GBK2K",       "/UniGB-UCS2",   "/UniGB-UTF16",  "/B5pc",
      "/HKscs-B5",    "/ETen-B5",      "/ETenms-B5",    "/CNS-EUC",
      "/UniCNS-UCS2", "/UniCNS-UTF16", "/83pv-RKSJ",    "/90ms-RKSJ",
      "/90msp-RKSJ",  "/90pv-RKSJ",    "/Add-RKSJ",     "/EUC",
      "/Ext-RKSJ",    "/UniJIS-UCS2",  "/UniJIS-UTF16", "/UniJIS-UCS2-HW",
      "/KSC-EUC",     "/KSCms-UHC",    "/KSCms-UHC-HW", "/KSCpc-EUC",
      "/UniKS-UCS2",  "/UniKS-UTF16",  "/Identity",     ""};
  if (name == "/H" || name == "/V") return true;
  if (!name.ends_with("-H") && !name.ends_with("-V")) return false;
  name.resize(name.size() - 2);
  return std::find(names.begin(), names.end(), name) != names.end() && !name.empty();
}

// The integer after a word of a character map: "/WMode 1 def".
std::optional<int> value_after(const std::string& map, std::string_view word) {
  auto at = map.find(word);
  if (at == std::string::npos) return std::nullopt;
  at = map.find_first_not_of(" \r\n\t", at + word.size());
  if (at == std::string::npos || map[at] < '0' || map[at] > '9') return std::nullopt;
  return map[at] - '0';
}

void check_embedded_map(QPDFObjectHandle map, QPDFObjectHandle descendant, const std::string& name,
                        std::vector<std::string>& faults) {
  const auto its = entry(map, "/CIDSystemInfo"), font = entry(descendant, "/CIDSystemInfo");
  constexpr std::array<std::pair<const char*, const char*>, 2> keys{
      {{"/Registry", "31-001"}, {"/Ordering", "31-002"}}};
  for (const auto& [key, condition] : keys) {
    if (text_of(entry(its, key)) != text_of(entry(font, key))) {
      faults.push_back(std::string(condition) + " : la police " + name +
                       " et sa table n’ont pas le même " + (key + 1));
    }
  }
  if (integer_of(entry(font, "/Supplement")).value_or(0) >
      integer_of(entry(its, "/Supplement")).value_or(0)) {
    faults.push_back("31-003 : la police " + name + " est plus récente que sa table (Supplement)");
  }
  const auto text = stream_data(map).value_or("");
  if (integer_of(entry(map, "/WMode")).value_or(0) != value_after(text, "/WMode").value_or(0)) {
    faults.push_back("31-007 : la table de la police " + name +
                     " dit deux sens d’écriture (WMode)");
  }
  const auto used = name_of(entry(map, "/UseCMap"));
  if (!used.empty() && !is_listed_map(used)) {
    faults.push_back("31-008 : la table de la police " + name + " en appelle une qui est inconnue");
  }
}

}  // namespace

std::vector<std::string> composite_font_faults(QPDFObjectHandle font, QPDFObjectHandle descendant) {
  std::vector<std::string> faults;
  auto name = name_of(entry(font, "/BaseFont"));
  name.erase(0, name.empty() ? 0 : 1);
  auto encoding = entry(font, "/Encoding");
  if (encoding.isStream()) {
    check_embedded_map(encoding, descendant, name, faults);
  } else if (!is_listed_map(name_of(encoding))) {
    faults.push_back("31-006 : la table de la police " + name + " n’est ni connue ni incorporée");
  }
  const bool truetype = name_of(entry(descendant, "/Subtype")) == "/CIDFontType2" &&
                        entry(entry(descendant, "/FontDescriptor"), "/FontFile2").isStream();
  auto glyphs = entry(descendant, "/CIDToGIDMap");
  if (truetype && glyphs.isNull()) {
    faults.push_back("31-005 : la police " + name +
                     " ne dit pas quel dessin montre chaque code (CIDToGIDMap)");
  } else if (truetype && !glyphs.isStream() && name_of(glyphs) != "/Identity") {
    faults.push_back("31-004 : CIDToGIDMap de la police " + name + " n’est ni Identity ni un flux");
  }
  return faults;
}

std::vector<std::string> truetype_font_faults(QPDFObjectHandle font,
                                              const std::optional<FontFileReading>& file) {
  std::vector<std::string> faults;
  auto name = name_of(entry(font, "/BaseFont"));
  name.erase(0, name.empty() ? 0 : 1);
  const auto fault = [&](const char* condition, const char* what) {
    faults.push_back(std::string(condition) + " : la police " + name + what);
  };
  const auto flags = integer_of(entry(entry(font, "/FontDescriptor"), "/Flags")).value_or(0);
  const bool symbolic = (flags & 4) != 0;
  auto encoding = entry(font, "/Encoding");
  const bool differences = !entry(encoding, "/Differences").isNull();
  if (symbolic) {
    if (!encoding.isNull()) fault("31-024", " est de symboles, et a pourtant un codage");
    if (file && file->character_maps().empty()) fault("31-025", " n’a pas de table de caractères");
    if (file && file->character_maps().size() > 1 && !file->character_maps().contains({3, 0})) {
      fault("31-026", " a plusieurs tables de caractères, et aucune de symboles");
    }
    return faults;
  }
  if (encoding.isNull()) fault("31-019", " n’a pas de codage");
  if (encoding.isDictionary()) {
    auto base = entry(encoding, "/BaseEncoding");
    if (base.isNull()) fault("31-020", " a un codage sans base (BaseEncoding)");
    encoding = base;
  }
  const auto known = name_of(encoding);
  if (!encoding.isNull() && known != "/WinAnsiEncoding" && known != "/MacRomanEncoding") {
    fault("31-021", " a un codage qui n’est ni WinAnsi ni MacRoman");
  }
  if (file && !file->character_maps().contains({3, 1}) &&
      !file->character_maps().contains({1, 0})) {
    fault("31-017", " n’a pas de table de caractères pour du texte");
  }
  if (file && differences && !file->character_maps().contains({3, 1})) {
    fault("31-023", " change son codage sans table Unicode");
  }
  return faults;
}

}  // namespace pdf
