import type { Platform } from './platform.ts';
import { asset, markup, script } from './signals.ts';

/** An extension of Joomla: both are judged. Its manifest states the release; `?vmver=` is a revision or a checksum and tells none. */
export const virtuemart: Platform = {
  id: 'virtuemart',
  name: 'VirtueMart',
  builtOn: 'joomla',
  signals: [
    // /components/com_virtuemart/assets/css/vm-ltr-common.css?vmver=1f2a3b4c
    asset('strong', /\/components\/com_virtuemart\//, 'page loads files of the VirtueMart component'),
    // /images/virtuemart/product/resized/shoe_0x90.jpg, /images/stories/virtuemart/product/shoe.jpg
    asset('half', /\/images\/(?:stories\/)?virtuemart\//, 'page loads product images from the VirtueMart folder'),
    // var vmSiteurl = 'https://shop.example/' ;   Virtuemart.vmSiteurl = vmSiteurl;
    script('half', /\bvmSiteurl = /, 'page sets the VirtueMart address'),
    // <body class="site com_virtuemart wrapper-static view-virtuemart">, <form action="/index.php?option=com_virtuemart&view=cart">
    markup('half', /^<(?:body|form|a|input) [^>]{0,500}\bcom_virtuemart\b/, 'page names the VirtueMart component'),
  ],
  versionRules: [
    {
      kind: 'text-file',
      rule: 'manifest states the VirtueMart release',
      path: '/administrator/components/com_virtuemart/virtuemart.xml',
      // <name>VIRTUEMART</name> ... <version status="BUGFIX">4.4.0</version>; seen in 3.0.12, 3.0.18.2, 3.2.4 and 4.4.0
      pattern:
        /^(?=[\s\S]{0,800}?<name>VIRTUEMART<\/name>)[\s\S]{0,1600}?<version(?: status="\w{1,20}")?>(\d[\w.-]{0,30})<\/version>/,
      bound: 'exact',
    },
  ],
  versionPlace: { kind: 'back-office', name: '' },
  hasFileHashes: false,
};
