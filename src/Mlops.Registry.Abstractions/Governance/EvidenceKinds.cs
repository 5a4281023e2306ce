using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Mlops.Registry.Governance;

/// <summary>Kinds of evidence, and patterns of them.</summary>
internal static partial class EvidenceKinds
{
    internal const string Expected =
        "a kind such as 'mlops.drift.report', or the beginning of kinds such as 'mlops.fairness.*'";

    internal static bool IsPattern([NotNullWhen(true)] string? text) => text is not null && Pattern().IsMatch(text);

    internal static void ThrowIfNotPattern([NotNull] string? text, string name)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        if (!IsPattern(text))
        {
            throw new ArgumentException($"'{text}' is not {Expected}.", name);
        }
    }

    /// <summary>Whether a pattern names a kind: itself, or what follows its beginning.</summary>
    internal static bool Matches(string pattern, string kind) =>
        pattern.EndsWith(".*", StringComparison.Ordinal)
            ? kind.StartsWith(pattern[..^1], StringComparison.Ordinal)
            : string.Equals(pattern, kind, StringComparison.Ordinal);

    [GeneratedRegex(@"^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?:\.[a-z0-9-]+|\.\*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
