using System.CommandLine;
using Mlops.Registry;
using Mlops.Registry.Models;

namespace Mlops.Cli.Registry.Commands;

/// <summary>The options by which a command makes the model that it is about, where it is not there yet.</summary>
internal sealed class NewModel
{
    public Option<bool> Create { get; } = CommonOptions.Flag("--create", "Creates the model if it is not there.");

    public Option<string?> IntendedUse { get; } =
        CommonOptions.Text("--intended-use", "What a created model is for, for readers who did not build it.");

    /// <summary>Makes the model if that was asked for and it is not there.</summary>
    /// <returns>Whether it is new.</returns>
    public async Task<bool> EnsureAsync(RegistryCall call, string model, CancellationToken cancellationToken)
    {
        try
        {
            _ = await call.Registry.GetModelAsync(model, cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (RegistryNotFoundException) when (call.Get(Create))
        {
            var use = call.Get(IntendedUse);
            if (string.IsNullOrWhiteSpace(use))
            {
                throw new CliException(
                    $"--create goes with --intended-use TEXT: what is '{model}' for, in words for a reader who did not build it?"
                );
            }

            await call
                .Registry.CreateModelAsync(new ModelRegistration(model, use), cancellationToken)
                .ConfigureAwait(false);
            return true;
        }
    }
}
