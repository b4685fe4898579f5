#pragma once

#include <string>

#include "web/message.hpp"
#include "web/site.hpp"
#include "web/view.hpp"

namespace web {

struct PageOptions {
  std::string title;    // before « – Égide »
  std::string section;  // address of the entry of the menu where the page stands, or empty
  int status = 200;
};

// The page `name` of templates/web inside the common frame (cadre.html).
[[nodiscard]] Response page(const Site& site, const PageOptions& options, std::string_view name,
                            const Record& values);

// A page that only says something, with a link to go on.
[[nodiscard]] Response message_page(const Site& site, int status, const std::string& title,
                                    const std::string& message);

// The hidden fields that carry the case file: {dossier, sceau}.
void add_sealed(const Site& site, const std::string& yaml, Record& values);

// « [À l’échéance] dans 12 jours », « aujourd’hui », « dépassée depuis 3 jours ».
[[nodiscard]] std::string days_left(calendar::Date deadline, calendar::Date today);

}  // namespace web
