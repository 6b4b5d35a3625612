// Optional: every page works without it. It counts characters and sums amounts as one types; the server's answer counts.
(() => {
  const english = document.documentElement.lang === 'en';
  const number = text => {
    let plain = text.trim().replace(/^(sek|kr)\.?|(kr|kronor|sek)\.?$|:-$/gi, '').replace(/[\s\u00a0\u202f]/g, '');
    if (/^\d{1,3}(\.\d{3})+(,\d*)?$/.test(plain)) plain = plain.replace(/\./g, '');
    else if (/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain)) plain = plain.replace(/,/g, '');
    plain = plain.replace(',', '.');
    return /^-?\d*\.?\d+$|^-?\d+\.$/.test(plain) ? Number(plain) : 0;
  };
  const write = value => value.toLocaleString(english ? 'en-GB' : 'sv-SE',
    { minimumFractionDigits: Number.isInteger(value) ? 0 : 2, maximumFractionDigits: 2 });
  const sum = name => {
    let total = 0;
    document.querySelectorAll('input[data-sum]').forEach(input => {
      if (input.dataset.sum === name) total += number(input.value);
    });
    document.querySelectorAll('output[data-total]').forEach(output => {
      if (output.dataset.total === name) output.value = write(Math.round(total * 100) / 100) + '\u00a0kr';
    });
  };
  const count = area => {
    const shown = document.getElementById(area.id + '-count');
    if (!shown) return;
    const words = shown.dataset.words;
    if (words) shown.textContent = words.replace('{0}', write(area.value.length));
  };
  document.addEventListener('input', event => {
    if (event.target.matches('input[data-sum]')) sum(event.target.dataset.sum);
    else if (event.target.matches('textarea[data-count]')) count(event.target);
  });
})();
