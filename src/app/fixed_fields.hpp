#pragma once

#include <string_view>

// The few fields of a case file that the program itself knows; all others only meet in data.
namespace app {

// The day of the facts: it chooses the penal law (article 112-1 of the code pénal).
inline constexpr std::string_view facts_date_field = "faits.date";
// Who is the victim, in the words of content/droit/vocabulaire.yaml.
inline constexpr std::string_view victim_field = "demandeur.qualité";
// The day written on the document: « aujourd’hui » of every rule, and the date of the file made.
inline constexpr std::string_view document_date_field = "document.fait_le";
// The place whose public holidays count.
inline constexpr std::string_view territory_field = "collectivité.territoire";
// The commune where the thing to do must be done, for the Good Friday of Alsace-Moselle.
inline constexpr std::string_view protestant_church_field = "collectivité.temple";

}  // namespace app
