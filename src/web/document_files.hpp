#pragma once

#include <optional>
#include <string>

#include "app/engine.hpp"
#include "app/generate.hpp"
#include "web/message.hpp"

// The files made from a case, whatever door asks them (page or API).
namespace web {

struct Asked {
  const dossier::Form* form = nullptr;
  std::string yaml;
  calendar::Date today{};
  bool draft = false;
};

struct MadeFile {
  std::string name;  // "plainte.pdf"
  std::string type;  // media type
  std::string bytes;
};

// `format`: pdf, docx, odt, txt, html, ics (every deadline of the document), yaml (the case), or
// zip (all of these). Nothing, with diagnostics, when it cannot be made; in a zip, only the
// formats whose program is missing are left out, and a note in it says so.
[[nodiscard]] std::optional<MadeFile> make_file(app::Engine& engine, const Asked& asked,
                                                const std::string& format,
                                                base::Diagnostics& diagnostics);

// The letter as HTML, to put in a page; nothing if the case has mistakes.
[[nodiscard]] std::optional<std::string> letter_fragment(app::Engine& engine, const Asked& asked,
                                                         base::Diagnostics& diagnostics);

// "application/pdf" for "pdf".
[[nodiscard]] std::string media_type(const std::string& extension);

[[nodiscard]] Response attachment(MadeFile file);

}  // namespace web
