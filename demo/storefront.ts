/** What a visitor sees of a demo shop, whatever it runs on. */
export interface Storefront {
  name: string;
  tagline: string;
  /** Name, price, and one line about it. */
  products: [name: string, price: string, about: string][];
  /** The last line of every page. */
  footer: string;
}

function header({ name, tagline }: Storefront): string {
  return `<header><a class="brand" href="{origin}/">${name}</a><p>${tagline}</p></header>`;
}

function footer({ footer }: Storefront): string {
  return `<footer><p>${footer}</p><p>A demo shop: nothing here is for sale.</p></footer>`;
}

/** The visible part of the home page. */
export function homeBody(shop: Storefront): string {
  const products = shop.products.map(
    ([name, price, about]) => `<li><h2>${name}</h2><p>${about}</p><p class="price">${price}</p></li>`,
  );
  return `${header(shop)}
<main><h1>New in the shop</h1>
<ul class="products">
${products.join('\n')}
</ul></main>
${footer(shop)}`;
}

/** The visible part of any other page. */
export function messageBody(shop: Storefront, title: string, text: string): string {
  return `${header(shop)}
<main><h1>${title}</h1><p>${text}</p><p><a href="{origin}/">Back to the shop</a></p></main>
${footer(shop)}`;
}

/** The shop's style sheet: one layout, the given accent colour (any CSS colour). */
export function stylesheet(accent: string): string {
  return `:root { --accent: ${accent}; }
body { margin: 0 auto; max-width: 60rem; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; color: #222; background: #fffdf9; }
header { border-bottom: 4px solid var(--accent); padding: 1.5rem 0 0.5rem; }
.brand { color: var(--accent); font-size: 2rem; font-weight: bold; text-decoration: none; }
.products { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); list-style: none; padding: 0; }
.products li { border-top: 6rem solid color-mix(in srgb, var(--accent) 25%, white); padding-top: 0.5rem; }
.products h2 { font-size: 1.1rem; margin: 0; }
.price { color: var(--accent); font-weight: bold; }
footer { border-top: 1px solid #ccc; color: #555; font-size: 0.9rem; margin-top: 3rem; }
`;
}
