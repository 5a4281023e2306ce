using System.CommandLine;
using System.Text.Json;
using Mlops.Cli.Registry.Hosting;
using Mlops.Registry;

namespace Mlops.Cli.Registry;

/// <summary>One command on an open registry: what was said, who calls, and where the answer goes.</summary>
internal sealed record RegistryCall(ParseResult Parse, RegistryRequest Request, RegistryHost Host, TextWriter Output)
{
    public IModelRegistry Registry => Host.Registry;

    public bool IsJson => Request.Json;

    public T? Get<T>(Option<T> option) => Parse.GetValue(option);

    public T Get<T>(Argument<T> argument) => Parse.GetRequiredValue(argument);

    /// <summary>An argument that may be left out.</summary>
    public T? Optional<T>(Argument<T> argument) => Parse.GetValue(argument);

    /// <summary>Prints JSON for machines, or a text for people.</summary>
    public int Answer(Action<Utf8JsonWriter> json, Action<RegistryConsole> people)
    {
        if (IsJson)
        {
            RecordJson.Print(Output, json);
        }
        else
        {
            people(new RegistryConsole(Output, Request.Registry));
        }

        return ExitCode.Success;
    }
}
