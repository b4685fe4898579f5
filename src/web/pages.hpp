#pragma once

#include <string>

#include "web/message.hpp"
#include "web/site.hpp"

// The pages, each a function of the site and of what the browser asks.
namespace web {

[[nodiscard]] Response home_page(const Site& site);
// The documents that a situation calls for, and its first deadline once the day of the facts is
// given (field « faits »).
[[nodiscard]] Response situation_page(const Site& site, const std::string& id,
                                      const Request& request);
[[nodiscard]] Response documents_page(const Site& site);
[[nodiscard]] Response not_found_page(const Site& site);

// The questions of a document; see interview.hpp for what the buttons say (field « action »).
[[nodiscard]] Response question_page(const Site& site, const std::string& id,
                                     const Request& request);
// The letter and the deadlines for what is typed so far, for the script of the page.
[[nodiscard]] Response preview(const Site& site, const std::string& id, const Request& request);
// A file made from the case (field « format »).
[[nodiscard]] Response download(const Site& site, const std::string& id, const Request& request);
// The documents and the deadlines of the whole affair, of the case at hand or of a file brought by
// the user (field « fichier »).
[[nodiscard]] Response affair_page(const Site& site, const Request& request);
// All its documents in one archive, or all its deadlines (field « format »: zip or ics).
[[nodiscard]] Response affair_file(const Site& site, const Request& request);
// A case file brought back by the user (fields « fichier » and « document »).
[[nodiscard]] Response resume_page(const Site& site, const Request& request);

[[nodiscard]] Response deadlines_page(const Site& site, const Request& request);
[[nodiscard]] Response law_page(const Site& site, const Request& request);
// What changed in the law in the last years, and what is to change.
[[nodiscard]] Response law_changes_page(const Site& site);
[[nodiscard]] Response article_page(const Site& site, const std::string& citation);
[[nodiscard]] Response guide_page(const Site& site);
// The passages of the guide that hold all the words of the field « mots ».
[[nodiscard]] Response guide_search_page(const Site& site, const Request& request);
[[nodiscard]] Response guide_file(const Site& site, const std::string& format);
// Pages without values: accessibilite, vie-privee, mentions.
[[nodiscard]] Response text_page(const Site& site, const std::string& name,
                                 const std::string& title);

}  // namespace web
