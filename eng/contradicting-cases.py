#!/usr/bin/env python3
"""Sets aside reference cases whose expectation contradicts the definition that they are meant to hold.

Usage: contradicting-cases.py IN.ndjson OUT.ndjson

The generator of the registry's cases expects that a proof for entry m is no proof for entry m + 1. Where both entries are
equal (both empty, say) it is one, byte for byte. Such a case is found here by RFC 9162, section 2.1.3.2, written anew in
Python: what that algorithm accepts can't be expected to be refused. Each one is named; all other cases are copied.
"""
import hashlib
import json
import sys


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def is_inclusion(index, size, leaf_hash, proof, root):
    if index >= size or len(leaf_hash) != 32 or any(len(p) != 32 for p in proof):
        return False
    fn, sn, r = index, size - 1, leaf_hash
    for p in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = node(p, r)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node(r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == root


def contradicts(case):
    if case["op"] != "registry.verify_inclusion" or case["expect"].get("valid") is not False:
        return False
    a = case["args"]
    parts = [bytes.fromhex(x) for x in (a["leaf_hash"], a["root"])]
    return is_inclusion(a["index"], a["size"], parts[0], [bytes.fromhex(p) for p in a["proof"]], parts[1])


def main(source, target):
    with open(source) as cases, open(target, "w") as kept:
        for line in cases:
            case = json.loads(line)
            if contradicts(case):
                print(f"set aside {case['id']}: RFC 9162 accepts the proof that it expects to be refused")
            else:
                kept.write(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
