#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"

// French typography, after the Lexique des règles typographiques en usage à l’Imprimerie
// nationale. It changes signs and spaces only, never a letter or a digit:
//
// - ’ for ', … for three dots, paired " become « » (“ ” inside « »), a hyphen between spaces
//   becomes an en dash, as does the one of a range of years;
// - U+202F before ; ! ? and between groups of three digits; U+00A0 before : % € ‰ and inside « »;
// - U+00A0 where a line must not be cut: « n° 5 », « art. 3 », « article L. 2123-35 »,
//   « M. Dupont », « 22 mai 2026 », « 18 h 30 », « 10 jours »;
// - superscripts for ordinals: 1er, 2e, XXIe.
//
// Verbatim text, link targets, addresses (https://…, a@b.fr) and times such as 10:55 stay as they
// are; but a space written by the project beside verbatim text follows the rules.
namespace document {

// Idempotent. Metadata and figures, which are plain strings, are left alone: the reader
// has already set what the figures show.
void typography(Document& document);

// The same rules on one plain text of the project (a title, a label), without superscripts.
[[nodiscard]] std::string typography(std::string_view text);

// True if a line should not end at the ordinary space between `before` (the text up to it) and
// `after` (the text that follows): the same pairs, for text that must not be changed.
[[nodiscard]] bool stay_together(std::u32string_view before, std::u32string_view after);

}  // namespace document
