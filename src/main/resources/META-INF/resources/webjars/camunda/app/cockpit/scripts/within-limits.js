// Tidig refuses to answer with any number of rows. Cockpit asks for all versions of a definition without saying how
// many it takes, was refused, and showed no versions to choose from.
const UNLIMITED = /\/(process|decision)-definition\?key=(?!.*maxResults=)/;
const open = XMLHttpRequest.prototype.open;

XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  return open.call(this, method, UNLIMITED.test(url) ? `${url}&maxResults=1000` : url, ...rest);
};
