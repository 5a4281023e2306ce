using System.CommandLine;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry alias</c>: points a name to a version, by compare-and-set.</summary>
internal sealed class AliasCommand
{
    private readonly Argument<string> _model = CommonOptions.Model();
    private readonly Argument<string> _alias = new("ALIAS") { Description = "The alias, such as champion." };
    private readonly Argument<int?> _number = new("NUMBER")
    {
        Description = "The version's number.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<long?> _expect = new("--expect")
    {
        Description = "The revision of the alias that you saw: if somebody was quicker, nothing is moved.",
        HelpName = "REVISION",
    };
    private readonly Option<bool> _new = CommonOptions.Flag("--new", "Only if there is no such alias yet.");
    private readonly Option<bool> _remove = CommonOptions.Flag("--remove", "Removes the alias.");
    private readonly Option<string> _reason = CommonOptions.Reason("Why.");

    public static Command Create(RegistryTool tool)
    {
        var it = new AliasCommand();
        return tool.Command(
            "alias",
            "Points an alias to a version, if it has not been moved in between.",
            it.RunAsync,
            [it._model, it._alias, it._number, it._expect, it._new, it._remove, it._reason]
        );
    }

    private async Task<int> RunAsync(RegistryCall call, CancellationToken cancellationToken)
    {
        var (model, alias) = (VersionReference.Model(call.Get(_model)), call.Get(_alias));
        var number = call.Optional(_number);
        var isRemoval = call.Get(_remove);
        if (isRemoval == number is not null)
        {
            throw new CliException(
                isRemoval
                    ? "--remove takes no number: the alias goes, whatever it points to."
                    : $"Which version? Say its number, as in 'mlops registry alias {model} {alias} 7 --reason TEXT', or --remove."
            );
        }

        if (call.Get(_new) && (isRemoval || call.Get(_expect) is not null))
        {
            throw new CliException(
                "--new goes with neither --expect nor --remove: it expects that there is no such alias."
            );
        }

        var (before, revision) = await ExpectedAsync(call, model, alias, cancellationToken).ConfigureAwait(false);
        var reason = call.Get(_reason)!;
        if (isRemoval)
        {
            await call
                .Registry.RemoveAliasAsync(model, alias, revision, reason, cancellationToken)
                .ConfigureAwait(false);
            return call.Answer(
                writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("removed", alias);
                    writer.WriteEndObject();
                },
                console => console.Sentence(RegistryConsole.Done, $"{model} has no alias '{alias}' any more.")
            );
        }

        var moved = await call
            .Registry.MoveAliasAsync(model, alias, number!.Value, revision, reason, cancellationToken)
            .ConfigureAwait(false);
        return call.Answer(
            writer => writer.Alias(moved),
            console =>
            {
                console.Sentence(
                    RegistryConsole.Done,
                    $"{alias} points to {model}@{moved.Number} (revision {moved.Revision}){before}."
                );
                if (call.Get(_expect) is null && revision > 0)
                {
                    console.Notes(
                        $"The present revision was taken as the expected one; --expect {moved.Revision} makes sure next time that nobody is overrun."
                    );
                }
            }
        );
    }

    private async Task<(string Before, long Revision)> ExpectedAsync(
        RegistryCall call,
        string model,
        string alias,
        CancellationToken cancellationToken
    )
    {
        if (call.Get(_expect) is { } expected)
        {
            return ("", expected);
        }

        if (call.Get(_new))
        {
            return ("", 0);
        }

        return await call.Registry.FindAliasAsync(model, alias, cancellationToken).ConfigureAwait(false) is { } present
            ? ($", from {present.Number} at revision {present.Revision}", present.Revision)
            : (", and is new", 0);
    }
}
