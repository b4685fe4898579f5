#include "pdf/metadata.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "pdf/tokens.hpp"

namespace pdf {

namespace {

constexpr std::string_view producer = "Égide, avec libHaru";

// ISO 19005-3, 6.6.2.3.3: PDF/A knows no property but its own, and asks that others be described.
constexpr std::string_view pdf_ua_vocabulary =
    "<rdf:Description rdf:about=\"\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte < 0x20 || byte == 0x7F;
  });
}

bool is_date(std::string_view date) {
  constexpr std::string_view model = "0000-00-00";
  if (date.size() != model.size()) {
    return false;
  }
  return std::equal(date.begin(), date.end(), model.begin(), [](char character, char expected) {
    return expected == '-' ? character == '-' : character >= '0' && character <= '9';
  });
}

void append_entry(std::string& entries, std::string_view key, std::string_view text) {
  if (!text.empty()) {
    append_name(entries, key);
    append_text(entries, text);
  }
}

// A property of one value in a container (Alt, Seq or Bag).
void append_property(std::string& xml, std::string_view name, std::string_view container,
                     std::string_view text) {
  if (text.empty()) {
    return;
  }
  const std::string item = container == "Alt" ? R"(<rdf:li xml:lang="x-default">)" : "<rdf:li>";
  xml += "<" + std::string(name) + "><rdf:" + std::string(container) + ">" + item +
         base::escape_xml(text) + "</rdf:li></rdf:" + std::string(container) + "></" +
         std::string(name) + ">\n";
}

void append_simple(std::string& xml, std::string_view name, std::string_view text) {
  if (!text.empty()) {
    xml +=
        "<" + std::string(name) + ">" + base::escape_xml(text) + "</" + std::string(name) + ">\n";
  }
}

}  // namespace

bool check_metadata(const typeset::PagesMetadata& metadata, base::Diagnostics& diagnostics) {
  bool good = true;
  const auto fault = [&](const char* message) {
    good = false;
    diagnostics.error(base::Kind::internal, {}, message);
  };
  if (metadata.title.empty() || metadata.language.empty()) {
    fault("Le PDF n’a pas de titre ou pas de langue.");
  }
  if (!metadata.date.empty() && !is_date(metadata.date)) {
    fault("La date du PDF n’est pas écrite AAAA-MM-JJ.");
  }
  for (const auto* text : std::array{&metadata.title, &metadata.language, &metadata.author,
                                     &metadata.subject, &metadata.keywords}) {
    if (has_control(*text)) {
      fault(
          "Un caractère de commande se trouve dans le titre, l’auteur, l’objet ou les mots-clés.");
    }
  }
  return good;
}

std::string date_text(std::string_view date) {
  std::string text = "D:";
  std::copy_if(date.begin(), date.end(), std::back_inserter(text),
               [](char character) { return character != '-'; });
  return text;
}

std::string information_entries(const typeset::PagesMetadata& metadata) {
  std::string entries;
  append_entry(entries, "Title", metadata.title);
  append_entry(entries, "Author", metadata.author);
  append_entry(entries, "Subject", metadata.subject);
  append_entry(entries, "Keywords", metadata.keywords);
  append_entry(entries, "Producer", producer);
  if (!metadata.date.empty()) {
    append_entry(entries, "CreationDate", date_text(metadata.date));
  }
  return entries;
}

std::string xmp_packet(const typeset::PagesMetadata& metadata, const Claims& claims) {
  std::string xml =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"";
  xml += claims.pdf_ua ? " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"" : "";
  xml += claims.pdf_a ? " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n" : ">\n";
  append_simple(xml, "dc:format", "application/pdf");
  append_property(xml, "dc:title", "Alt", metadata.title);
  append_property(xml, "dc:creator", "Seq", metadata.author);
  append_property(xml, "dc:description", "Alt", metadata.subject);
  append_property(xml, "dc:language", "Bag", metadata.language);
  append_simple(xml, "pdf:Keywords", metadata.keywords);
  append_simple(xml, "pdf:Producer", producer);
  append_simple(xml, "xmp:CreateDate", metadata.date);
  if (claims.pdf_ua) append_simple(xml, "pdfuaid:part", "1");
  if (claims.pdf_a) {
    append_simple(xml, "pdfaid:part", "3");
    append_simple(xml, "pdfaid:conformance", "A");
  }
  xml += "</rdf:Description>\n";
  if (claims.pdf_a && claims.pdf_ua) xml += pdf_ua_vocabulary;
  return xml + "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

}  // namespace pdf
