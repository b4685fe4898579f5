// Rules on what a file that says it is PDF/A must follow. The numbers are those of ISO 19005-3; the
// other two parts ask the same of a file without attachment, but for transparency in part 1.
#include <algorithm>
#include <array>
#include <string_view>

#include "pdf/inspection.hpp"
#include "pdf/metadata_reading.hpp"
#include "pdf/tree_reading.hpp"

namespace pdf {

namespace {

bool is_true(QPDFObjectHandle object) { return object.isBool() && object.getBoolValue(); }

template <std::size_t count>
bool among(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::uint32_t number_at(std::string_view bytes, std::size_t offset) {
  std::uint32_t value = 0;
  for (const char byte : bytes.substr(offset, 4)) {
    value = value << 8U | static_cast<unsigned char>(byte);
  }
  return value;
}

void check_file(const Inspection& inspection, Findings& findings) {
  Rule rule("pdfa-fichier", "PDF/A : le fichier est autonome et complet (ISO 19005-3, 6.1)");
  const auto bytes = inspection.bytes;
  const auto line = bytes.find_first_of("\r\n");
  rule.require(bytes.starts_with("%PDF-1.") && line == 8, "6.1.2 : l’en-tête n’est pas %PDF-1.n");
  const auto mark = std::min(bytes.find_first_not_of("\r\n", line), bytes.size());
  const auto comment = bytes.substr(mark, 5);
  rule.require(
      comment.size() == 5 && comment[0] == '%' &&
          std::all_of(comment.begin() + 1, comment.end(),
                      [](char byte) { return static_cast<unsigned char>(byte) > 127; }),
      "6.1.2 : l’en-tête n’est pas suivi d’un commentaire de quatre octets au-dessus de 127");
  rule.require(entry(inspection.trailer, "/ID").isArray(), "6.1.3 : le fichier n’a pas d’ID");
  rule.require(!inspection.encrypted, "6.1.3 : le fichier est chiffré");
  const auto end = bytes.rfind("%%EOF");
  rule.require(end != std::string_view::npos && bytes.size() - end <= 7 &&
                   bytes.find_first_not_of("\r\n", end + 5) == std::string_view::npos,
               "6.1.3 : des octets suivent la fin du fichier");
  for (auto object : inspection.objects) {
    if (!object.isStream()) continue;
    rule.require(entry(object, "/F").isNull() && entry(object, "/FFilter").isNull(),
                 "6.1.7 : un flux est dans un autre fichier");
    auto filters = entry(object, "/Filter");
    const auto list = filters.isArray() ? filters.getArrayAsVector() : std::vector{filters};
    for (const auto& filter : list) {
      rule.require(name_of(filter) != "/LZWDecode" && name_of(filter) != "/Crypt",
                   "6.1.7 : un flux est compressé en LZW, ou chiffré");
    }
  }
  findings.push_back(rule.finish());
}

// The number of components that an ICC profile describes; 0 if it is not one.
long long components(const std::string& profile) {
  if (profile.size() < 128 || number_at(profile, 0) != profile.size() ||
      profile.compare(36, 4, "acsp") != 0 || static_cast<unsigned char>(profile[8]) > 4) {
    return 0;
  }
  const auto space = profile.substr(16, 4);
  return space == "RGB " ? 3 : space == "CMYK" ? 4 : space == "GRAY" ? 1 : 0;
}

void check_colours(const Inspection& inspection, Findings& findings) {
  Rule rule("pdfa-couleurs", "PDF/A : un profil dit ce que sont les couleurs (6.2.3, 6.2.4)");
  auto intents = entry(inspection.catalog, "/OutputIntents");
  long long found = 0;
  for (int index = 0; intents.isArray() && index < intents.getArrayNItems(); ++index) {
    auto intent = intents.getArrayItem(index);
    if (name_of(entry(intent, "/S")) != "/GTS_PDFA1") continue;
    auto profile = entry(intent, "/DestOutputProfile");
    found = components(stream_data(profile).value_or(""));
    rule.require(found != 0 && integer_of(entry(profile, "/N")) == found,
                 "6.2.3 : le profil ICC est illisible, ou N ne dit pas son nombre de couleurs");
    rule.require(!text_of(entry(intent, "/OutputConditionIdentifier")).empty(),
                 "6.2.3 : le profil n’a pas de nom (OutputConditionIdentifier)");
  }
  rule.require(found != 0, "6.2.3 : il n’y a pas d’OutputIntent GTS_PDFA1 avec son profil");
  for (const auto& content : inspection.contents) {
    if (content.four_inks && found != 4) {
      rule.fault(content.page, "6.2.4 : des couleurs CMJN sans profil CMJN");
    }
  }
  findings.push_back(rule.finish());
}

void check_graphics(const Inspection& inspection, bool first_part, Findings& findings) {
  Rule rule("pdfa-dessin", "PDF/A : le dessin ne dépend pas du lecteur (6.2.5 à 6.2.10)");
  constexpr std::array<std::string_view, 17> modes{
      "/Normal",    "/Compatible", "/Multiply",   "/Screen",    "/Overlay",   "/Darken",
      "/Lighten",   "/ColorDodge", "/ColorBurn",  "/HardLight", "/SoftLight", "/Difference",
      "/Exclusion", "/Hue",        "/Saturation", "/Color",     "/Luminosity"};
  rule.applies();
  for (auto object : inspection.objects) {
    const auto type = name_of(entry(object, "/Type"));
    const auto subtype = name_of(entry(object, "/Subtype"));
    if (object.isStream() && (subtype == "/Image" || subtype == "/Form")) {
      rule.require(entry(object, "/OPI").isNull() && entry(object, "/Alternates").isNull() &&
                       !is_true(entry(object, "/Interpolate")),
                   "6.2.8 : une image a une variante, ou demande d’être lissée");
      rule.require(entry(object, "/Ref").isNull() && entry(object, "/PS").isNull(),
                   "6.2.9 : un dessin en appelle un autre, ou du PostScript");
    }
    if (subtype == "/PS" && object.isStream()) rule.fault("6.2.9 : un dessin est en PostScript");
    const bool state = type == "/ExtGState" || !entry(object, "/BM").isNull();
    auto mask = entry(object, "/SMask");
    const bool soft = !mask.isNull() && name_of(mask) != "/None";
    if (state) {
      rule.require(entry(object, "/TR").isNull() && entry(object, "/HTP").isNull(),
                   "6.2.5 : une fonction de transfert change les couleurs");
      auto mode = entry(object, "/BM");
      rule.require(mode.isNull() || among(modes, name_of(mode)),
                   "6.2.10 : un mode de fusion est inconnu");
    }
    auto group = entry(object, "/Group");
    if (first_part) {
      rule.require(!soft && name_of(entry(group, "/S")) != "/Transparency",
                   "transparence, que PDF/A-1 refuse");
    }
  }
  findings.push_back(rule.finish());
}

void check_actions(const Inspection& inspection, Findings& findings) {
  Rule rule("pdfa-actions", "PDF/A : aucune action que l’archive ne puisse garder (6.5)");
  constexpr std::array<std::string_view, 7> allowed{"/GoTo", "/GoToR", "/GoToE",     "/Thread",
                                                    "/URI",  "/Named", "/SubmitForm"};
  constexpr std::array<std::string_view, 4> named{"/NextPage", "/PrevPage", "/FirstPage",
                                                  "/LastPage"};
  rule.applies();
  const auto judge = [&](QPDFObjectHandle action) {
    const auto kind = name_of(entry(action, "/S"));
    if (kind.empty()) return;
    rule.require(among(allowed, kind), "6.5.1 : une action " + kind.substr(1) + " est interdite");
    rule.require(kind != "/Named" || among(named, name_of(entry(action, "/N"))),
                 "6.5.1 : une action nommée est inconnue");
  };
  judge(entry(inspection.catalog, "/OpenAction"));
  for (auto object : inspection.objects) {
    if (name_of(entry(object, "/Type")) == "/Action") judge(object);
    rule.require(name_of(entry(object, "/S")) != "/JavaScript", "6.5.1 : il y a du JavaScript");
  }
  for (const auto& annotation : inspection.annotations) judge(entry(annotation.object, "/A"));
  rule.require(entry(inspection.catalog, "/AA").isNull(), "6.5.2 : des actions se déclenchent");
  for (std::size_t page = 0; page < inspection.pages.size(); ++page) {
    if (!entry(inspection.pages[page], "/AA").isNull()) {
      rule.fault(page + 1, "6.5.2 : des actions se déclenchent");
    }
  }
  findings.push_back(rule.finish());
}

void check_notes(const Inspection& inspection, Findings& findings) {
  Rule rule("pdfa-annotations", "PDF/A : les annotations s’impriment telles quelles (6.3)");
  constexpr std::array<std::string_view, 6> refused{"/Sound",  "/Movie",     "/3D",
                                                    "/Screen", "/RichMedia", "/TrapNet"};
  for (const auto& [page, object] : inspection.annotations) {
    rule.applies();
    const auto kind = name_of(entry(object, "/Subtype"));
    if (kind == "/Popup") continue;
    if (among(refused, kind)) rule.fault(page, "6.3.1 : une annotation " + kind.substr(1));
    // Print, and neither invisible, hidden nor kept from the screen.
    const auto flags = integer_of(entry(object, "/F")).value_or(0);
    if ((flags & 0x127) != 4) rule.fault(page, "6.3.2 : une annotation ne s’imprime pas (F)");
    if (kind != "/Link" && entry(entry(object, "/AP"), "/N").isNull()) {
      rule.fault(page, "6.3.3 : une annotation n’a pas d’apparence");
    }
  }
  findings.push_back(rule.finish());
}

bool listed(QPDFObjectHandle associated, const QPDFObjectHandle& file) {
  for (int index = 0; associated.isArray() && index < associated.getArrayNItems(); ++index) {
    if (associated.getArrayItem(index).getObjGen() == file.getObjGen()) return true;
  }
  return false;
}

void check_files(const Inspection& inspection, bool first_part, Findings& findings) {
  Rule rule("pdfa-pieces", "PDF/A : les fichiers joints disent leur rapport au document (6.8)");
  constexpr std::array<std::string_view, 6> relations{
      "/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified", "/EncryptedPayload"};
  const auto files = entry(entry(inspection.catalog, "/Names"), "/EmbeddedFiles");
  for (const auto& file : tree_values(files, "/Names")) {
    rule.require(!first_part, "PDF/A-1 n’admet pas de fichier joint");
    rule.require(entry(file, "/F").isString() && entry(file, "/UF").isString(),
                 "6.8 : un fichier joint n’a pas ses deux noms (F et UF)");
    rule.require(among(relations, name_of(entry(file, "/AFRelationship"))),
                 "6.8 : un fichier joint ne dit pas son rapport au document (AFRelationship)");
    rule.require(name_of(entry(entry(entry(file, "/EF"), "/F"), "/Subtype")).size() > 1,
                 "6.8 : un fichier joint ne dit pas son type (Subtype)");
    bool associated = listed(entry(inspection.catalog, "/AF"), file);
    for (auto object : inspection.objects) {
      associated = associated || listed(entry(object, "/AF"), file);
    }
    rule.require(associated, "6.8 : un fichier joint n’est associé à rien (AF)");
  }
  findings.push_back(rule.finish());
}

// The day, as digits: the two forms of date agree on them.
std::string day_of(const std::string& date) {
  std::string digits;
  std::copy_if(date.begin(), date.end(), std::back_inserter(digits),
               [](char character) { return character >= '0' && character <= '9'; });
  return digits.substr(0, 8);
}

void check_metadata(const Inspection& inspection, int part, Findings& findings) {
  Rule rule("pdfa-metadonnees", "PDF/A : les métadonnées sont complètes et concordent (6.6)");
  const auto& packet = inspection.metadata;
  const auto level = xmp_value(packet, "pdfaid:conformance");
  rule.require(part >= 1 && part <= 3, "6.6.4 : cette partie de PDF/A est inconnue");
  rule.require(level == "A" || level == "B" || (level == "U" && part > 1),
               "6.6.4 : le niveau de conformité est inconnu");
  rule.require(entry(entry(inspection.catalog, "/Metadata"), "/Filter").isNull() || part > 1,
               "6.6.2 : les métadonnées sont compressées");
  const auto head = std::string_view(packet).substr(0, packet.find("?>"));
  rule.require(head.find("bytes=") == std::string_view::npos &&
                   head.find("encoding=") == std::string_view::npos,
               "6.6.2 : l’en-tête XMP dit sa taille ou son codage");
  if (!xmp_value(packet, "pdfuaid:part").empty()) {
    rule.require(packet.find(">http://www.aiim.org/pdfua/ns/id/<") != std::string::npos,
                 "6.6.2 : le vocabulaire de PDF/UA n’est pas décrit (pdfaExtension)");
  }
  const auto information = entry(inspection.trailer, "/Info");
  const auto agree = [&](const char* key, const std::string& said) {
    const auto text = text_of(entry(information, key));
    rule.require(text.empty() || text == said,
                 std::string("6.6.3 : ") + (key + 1) + " n’est pas le même dans Info et dans XMP");
  };
  agree("/Title", xmp_item(packet, "dc:title"));
  agree("/Author", xmp_item(packet, "dc:creator"));
  agree("/Subject", xmp_item(packet, "dc:description"));
  agree("/Keywords", xmp_value(packet, "pdf:Keywords"));
  agree("/Producer", xmp_value(packet, "pdf:Producer"));
  agree("/Creator", xmp_value(packet, "xmp:CreatorTool"));
  for (const auto& [key, property] :
       {std::pair{"/CreationDate", "xmp:CreateDate"}, std::pair{"/ModDate", "xmp:ModifyDate"}}) {
    const auto date = text_of(entry(information, key));
    rule.require(date.empty() || day_of(date) == day_of(xmp_value(packet, property)),
                 std::string("6.6.3 : ") + (key + 1) + " n’est pas la même dans Info et dans XMP");
  }
  findings.push_back(rule.finish());
}

void check_form(const Inspection& inspection, Findings& findings) {
  Rule rule("pdfa-divers", "PDF/A : ni formulaire vivant, ni autre présentation (6.4, 6.10, 6.11)");
  const auto form = entry(inspection.catalog, "/AcroForm");
  rule.require(!is_true(entry(form, "/NeedAppearances")) && entry(form, "/XFA").isNull(),
               "6.4 : le lecteur doit dessiner lui-même le formulaire");
  rule.require(entry(entry(inspection.catalog, "/Names"), "/AlternatePresentations").isNull(),
               "6.10 : il y a une autre présentation");
  rule.require(entry(inspection.catalog, "/Requirements").isNull(),
               "6.11 : le document exige quelque chose du lecteur");
  findings.push_back(rule.finish());
}

}  // namespace

void check_archive(const Inspection& inspection, Findings& findings) {
  const auto part = xmp_value(inspection.metadata, "pdfaid:part");
  if (part.empty()) return;
  const int number = part.size() == 1 && part[0] >= '1' && part[0] <= '9' ? part[0] - '0' : 0;
  check_file(inspection, findings);
  check_colours(inspection, findings);
  check_graphics(inspection, number == 1, findings);
  check_actions(inspection, findings);
  check_notes(inspection, findings);
  check_files(inspection, number == 1, findings);
  check_metadata(inspection, number, findings);
  check_form(inspection, findings);
}

}  // namespace pdf
