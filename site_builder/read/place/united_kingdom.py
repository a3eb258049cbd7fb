"""The outline of the United Kingdom: one path, in the units of its projection.

Data set: Natural Earth 4.1.0, Admin 0 countries, 1:10 million (naturalearthdata.com), in the public
domain, as the TopoJSON of world-atlas 2.0.2 (ISC licence), country 826. Derived so:

1. each ring of the country that covers at least 12 square units once it is projected (26 rings);
2. Visvalingam's method over all rings at once, the least triangle first, down to 322 points, at
   least three in a ring; no point is taken out whose triangle holds one of 31 towns and cities
   (London, Cardiff, Edinburgh, Belfast, Lerwick, and 26 more, most of them on a coast), so that
   none of them comes to lie in the sea;
3. points rounded to whole units; of points that then coincide one is kept, and a ring of fewer
   than three is left out (24 rings and 316 points remain), the largest ring first;
4. written with relative commands: `m` with the way from the start of the ring before.
"""

PATH = (
    "m159 449-8 2-6 8-11-1-9-10-4 3-9 0 6-4-11-5-7 1-7 6-10-15 6-5 7 0 20-13 4-12-2-17-9 1-2"
    " 4-7 0 12-12 5-9 24-6 7 4-2-5 6-1-3-7 5-10-4-1 1-8 5-3 2-6-7-5-3 8-14-22 8-18 7-4-12-1-1"
    " 5-10 6-6-1-6-6 1 10-15-8 1 11-8-12 0-6 16-23-8-10 1-9 7-3-6-6-3 10-5-5-4 6-4-8 3 12-9"
    " 22-4 0 2-13 8-13-5 4-1-7 5-13-1-8 10-16-1-2-11 11-9-6-4-7 10-1-2-5 10-23-7 1 0-11 5 3-3"
    "-15 5-5 4 4 1-9 3-2-2-8 8-2-2-3 5-14 15 5 15-2 10-4 10 1-2 11-4 5-20 17 2 7 3-1-12 16 20"
    "-10 25 1 13-1 6 11-6 7-6 22-6 6-2 8-9 6 8 8-6 4-5 0-6 7-10 2 13 3 7-6 5 1 13 7 9 13 5 3"
    " 2 14 8 26 5 6 15 7 5 10 9 7-4 4 11 19-6 1-6-4 14 14 4 9 0 6-9 10 11 5 4-8 5-2 17 3 11 7"
    " 4 14-4 20-11 10 2 1-10 5 1 6-11 11 12 2 14-2-2 12-8 3-3 8-5-2-13 6-3 4-14-4-12 1-6 4-7"
    "-6-28 7-2 5-13-2-2 2-11-7-18 6-1 10-6 9-4 0-5-5-13-2-11 2-2 5-8 1 0 7-4 5-9-9-7 4 1-5 7"
    "-2 13-11 1-5 5 1 10-14 1-10 5 1 6-11 12-1 11 3 12-2 1-9 8-5 7-11zm-118-165 3-8 6 1 8-3"
    " 10 1 9 23 5 4 2 8-4 9-8 4-6 9-9-4-7 4-10-18-9 14-15-4-8-13 12-7-2-5 8-1 7-14zm12-130-3"
    "-3 7-6-7-3 3-12 8 3-3-5 16-11 1 8-4 4 2 4-4-1 0 8-5 5-5-4 2 6zm8 19-5-5 9-3 4-9 4 5 1 13"
    " 11 5-8 9 3-7-12 1-5-12zm142-148-2 13-4 13-2-1 2-16-4 4-6-6 11-3-5-7zm-120 193-18 6 6-9"
    "-5-7 7-1 2 5 6 2zm38 149-9 8-6-7 1-6 8 0zm-50-114-6 1-2-6-5 5 2-8 9-5zm85-157-6 2-4-5 1"
    "-6 7 1-2 5 5 0zm49 401-4 0-6-5 6-3 6 2zm-109-233-7-2-1-7 6-2zm-15-33-8 16-3-5zm-34-66-10"
    "-4 10-4zm156-144-4-6 5-5zm-158 155-5 8 1-11zm9 35-4 5-2-3zm94-107-3-6 4 1zm-52 144-2-6 5"
    " 5zm108-236 1-5 4 0zm64 447-4 1-1-4zm-201-272 2 4-5-2zm-22-18-4 0 0-3zm16 38-5 2 5-4z"
    "m-22-17-4 2 1-3z"
)
