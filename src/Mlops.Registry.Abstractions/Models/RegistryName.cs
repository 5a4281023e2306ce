using System.Text.RegularExpressions;

namespace Mlops.Registry.Models;

/// <summary>The grammar of names in the registry.</summary>
/// <remarks>
/// A model: 1 to 128 ASCII letters, digits, dots, underscores and hyphens, beginning with a letter or digit. An alias: the
/// same, at most 64, beginning with a letter, and neither <c>latest</c> nor like a version (<c>v7</c>): those would be
/// mistaken for something else. Names are compared by their characters, so <c>Credit</c> and <c>credit</c> are two; the
/// registry refuses the second, because people would confuse them.
/// </remarks>
public static partial class RegistryName
{
    /// <summary>Whether a text is a model's name.</summary>
    /// <param name="text">What may be one.</param>
    public static bool IsModel(string? text) => text is not null && ModelPattern().IsMatch(text);

    /// <summary>Whether a text is an alias.</summary>
    /// <param name="text">What may be one.</param>
    public static bool IsAlias(string? text) =>
        text is not null && AliasPattern().IsMatch(text) && !ReservedPattern().IsMatch(text);

    /// <summary>Throws when a text is not a model's name.</summary>
    /// <param name="text">What should be one.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is not one; the message says what is.</exception>
    public static void ThrowIfNotModel(string? text)
    {
        if (!IsModel(text))
        {
            throw new ArgumentException(
                $"'{text}' is not a model's name: 1 to 128 letters, digits, dots, underscores and hyphens, beginning with a letter or digit, are.",
                nameof(text)
            );
        }
    }

    /// <summary>Throws when a text is not an alias.</summary>
    /// <param name="text">What should be one.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is not one; the message says what is.</exception>
    public static void ThrowIfNotAlias(string? text)
    {
        if (!IsAlias(text))
        {
            throw new ArgumentException(
                $"'{text}' is not an alias: 1 to 64 letters, digits, dots, underscores and hyphens, beginning with a letter, are; 'latest' and numbers such as 'v7' are reserved.",
                nameof(text)
            );
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,127}\z")]
    private static partial Regex ModelPattern();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex AliasPattern();

    [GeneratedRegex(@"\A(?:latest|v[0-9]+)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReservedPattern();
}
