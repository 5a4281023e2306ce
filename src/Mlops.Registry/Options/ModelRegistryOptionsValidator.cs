using Microsoft.Extensions.Options;
using Mlops.Registry.Models;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Options;

/// <summary>Finds what contradicts itself in the settings of a registry, all at once.</summary>
internal sealed class ModelRegistryOptionsValidator : IValidateOptions<ModelRegistryOptions>
{
    private const int ShortestKey = 32;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ModelRegistryOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>Everything that is wrong.</summary>
    public static IEnumerable<string> Faults(ModelRegistryOptions options)
    {
        if (options.Access is null || options.Claims is null || options.RiskRule is null)
        {
            yield return $"{nameof(options.Access)}, {nameof(options.Claims)} and {nameof(options.RiskRule)} can't be null; leave them out for the defaults.";
            yield break;
        }

        if (options.Claims.IdClaims.Count == 0)
        {
            yield return $"{nameof(options.Claims)}.{nameof(options.Claims.IdClaims)} is empty: no claim would say who a user is.";
        }

        foreach (var alias in options.ProtectedAliases.Where(alias => !RegistryName.IsAlias(alias)))
        {
            yield return $"'{alias}' in {nameof(options.ProtectedAliases)} is not an alias: letters, digits, dots, underscores and hyphens, beginning with a letter, are.";
        }

        if (!Enum.IsDefined(options.AccessRecording))
        {
            yield return $"{nameof(options.AccessRecording)} is {(int)options.AccessRecording}, which is no way of recording.";
        }

        if (OriginFault(options.Origin) is { } fault)
        {
            yield return fault;
        }

        var redaction = options.Redaction;
        if ((redaction.RedactsReasons || redaction.RedactsPrincipals) && redaction.Key.Length < ShortestKey)
        {
            yield return $"{nameof(options.Redaction)}.{nameof(redaction.Key)} has {redaction.Key.Length} bytes; texts are redacted, and their digests need a key of at least {ShortestKey}.";
        }
    }

    private static string? OriginFault(string? origin)
    {
        if (
            string.IsNullOrWhiteSpace(origin)
            || origin.Contains("://", StringComparison.Ordinal)
            || origin.Contains('+')
        )
        {
            return $"{nameof(ModelRegistryOptions.Origin)} is '{origin}': an address without scheme, spaces and plus signs is needed, such as 'example.com/models'.";
        }

        try
        {
            _ = new Checkpoint(origin, 0, MerkleTree.EmptyRoot);
            return origin.Any(char.IsWhiteSpace)
                ? $"{nameof(ModelRegistryOptions.Origin)} '{origin}' has white space in it."
                : null;
        }
        catch (ArgumentException exception)
        {
            return $"{nameof(ModelRegistryOptions.Origin)}: {exception.Message}";
        }
    }
}
