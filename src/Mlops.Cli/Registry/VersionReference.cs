using System.Globalization;
using Mlops.Registry;
using Mlops.Registry.Models;

namespace Mlops.Cli.Registry;

/// <summary>A version as people write it: <c>credit@7</c>, <c>credit@champion</c> or <c>credit@latest</c>.</summary>
internal static class VersionReference
{
    public const string Help = "A version: credit@7, or by alias credit@champion, or credit@latest.";

    public static async Task<VersionKey> ResolveAsync(
        IModelRegistry registry,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (VersionKey.TryParse(text, out var key))
        {
            return key;
        }

        var parts = text.Split('@');
        if (parts is not [var model, var what] || !RegistryName.IsModel(model))
        {
            throw new CliException(Explain(text));
        }

        if (what == "latest")
        {
            return (await registry.GetLatestAsync(model, cancellationToken).ConfigureAwait(false)).Key;
        }

        if (!RegistryName.IsAlias(what))
        {
            throw new CliException(Explain(text));
        }

        var alias = await registry.GetAliasAsync(model, what, cancellationToken).ConfigureAwait(false);
        return new VersionKey(model, alias.Number);
    }

    /// <summary>The name of a model, where a version would be out of place.</summary>
    public static string Model(string text) =>
        RegistryName.IsModel(text) ? text
        : text.Contains('@', StringComparison.Ordinal)
            ? throw new CliException(
                $"'{text}' is a version, and a model was expected: '{text[..text.IndexOf('@', StringComparison.Ordinal)]}'."
            )
        : throw new CliException(
            $"'{text}' is not a model's name: 1 to 128 letters, digits, dots, underscores and hyphens, beginning with a letter or digit, are."
        );

    private static string Explain(string text)
    {
        var name = new string([.. text.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')]);
        var number = new string([.. text.Reverse().TakeWhile(char.IsAsciiDigit).Reverse()]).TrimStart('0');
        if (RegistryName.IsModel(text) && (number.Length == 0 || name == text))
        {
            return $"'{text}' is a model, and one of its versions was expected, such as {text}@1 or {text}@latest; 'mlops registry list {text}' has them.";
        }

        return
            RegistryName.IsModel(name) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? $"'{text}' is not a version; write {name}@{number}."
            : $"'{text}' is not a version: a model's name, '@' and a number or alias are, such as credit@7 or credit@champion.";
    }
}
