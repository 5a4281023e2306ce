using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Mlops.Registry.Serialization;

namespace Mlops.Registry.Models;

/// <summary>Which version of which model: written <c>credit@7</c>.</summary>
/// <remarks>Numbers begin at 1, are given by the registry without gaps, and are never used again.</remarks>
[JsonConverter(typeof(VersionKeyConverter))]
public readonly record struct VersionKey
{
    /// <summary>Makes a key.</summary>
    /// <param name="model">A model's name (<see cref="RegistryName"/>).</param>
    /// <param name="number">A version's number, from 1.</param>
    /// <exception cref="ArgumentException"><paramref name="model"/> is no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is less than 1.</exception>
    public VersionKey(string model, int number)
    {
        RegistryName.ThrowIfNotModel(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        Model = model;
        Number = number;
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The version's number, from 1.</summary>
    public int Number { get; }

    /// <summary>Reads a key.</summary>
    /// <param name="text">A name, an at sign and a number: <c>credit@7</c>.</param>
    /// <exception cref="FormatException"><paramref name="text"/> is not that.</exception>
    public static VersionKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var key)
            ? key
            : throw new FormatException(
                $"'{text}' is not a version: a model's name, '@' and a number from 1 are, such as 'credit@7'."
            );
    }

    /// <summary>Reads a key, if it is one.</summary>
    /// <param name="text">What may be one.</param>
    /// <param name="key">The key.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out VersionKey key)
    {
        key = default;
        var at = text?.LastIndexOf('@') ?? -1;
        if (
            at < 0
            || !RegistryName.IsModel(text![..at])
            || !int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1
            || text[at + 1] == '0'
        )
        {
            return false;
        }

        key = new VersionKey(text[..at], number);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Model is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{Model}@{Number}");
}
