// Tidig refuses unlimited queries. Cockpit asks for all versions of a definition without a limit and would be refused,
// and then shows no versions to choose from. This script adds a limit.
const UNLIMITED = /\/(process|decision)-definition\?key=(?!.*maxResults=)/;
const open = XMLHttpRequest.prototype.open;

XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  return open.call(this, method, UNLIMITED.test(url) ? `${url}&maxResults=1000` : url, ...rest);
};
