using Microsoft.Extensions.Options;

namespace Mlops.Drift.DependencyInjection;

/// <summary>Checks a named baseline when the host starts, not at the first request: the file must be there and readable.</summary>
internal sealed class DriftBaselineOptionsValidator : IValidateOptions<DriftBaselineOptions>
{
    public ValidateOptionsResult Validate(string? name, DriftBaselineOptions options)
    {
        if (string.IsNullOrEmpty(options.Path))
        {
            return ValidateOptionsResult.Fail(
                $"The drift baseline '{name}' has no {nameof(DriftBaselineOptions.Path)}; name the file that DriftBaseline.Save wrote."
            );
        }

        return File.Exists(options.Path)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"The drift baseline '{name}' is not at '{options.Path}'.");
    }
}
