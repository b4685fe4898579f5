#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What a page receives and gives: no socket, no library, so that every page is a plain function.
namespace web {

// One value of a form, in the order in which the browser sent it.
struct FormValue {
  std::string name;
  std::string value;  // UTF-8, line ends as the browser sends them ("\r\n")
};

struct Request {
  std::string method = "GET";
  std::string path;                            // decoded, begins with '/'
  std::map<std::string, std::string> headers;  // names in lower case
  std::vector<FormValue> query;
  std::vector<FormValue> form;  // of an urlencoded or multipart body
  std::string body;             // any other body

  // The last value of that name, or empty.
  [[nodiscard]] std::string_view header(const std::string& name) const;
  [[nodiscard]] std::string_view query_value(std::string_view name) const;
  [[nodiscard]] std::string_view form_value(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

[[nodiscard]] Response plain_text(int status, std::string text);

}  // namespace web
