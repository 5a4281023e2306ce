using System.Security.Cryptography;
using System.Text;
using Mlops.Reporting.Checks;

namespace Mlops.Reporting.Rendering.Sarif;

/// <summary>Tells a check from all others, and is the same in every run.</summary>
internal static class SarifFingerprint
{
    private const int Length = 16;

    /// <summary>The first 64 bits of SHA-256 over rule, group and name, in hexadecimal.</summary>
    public static string Of(CheckResult check)
    {
        // A length before each part: "a" and "bc" are not "ab" and "c".
        var identity = string.Concat(
            new[] { check.Rule.Id, check.Group, check.Name }.Select(part => $"{part.Length}:{part}")
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..Length];
    }
}
