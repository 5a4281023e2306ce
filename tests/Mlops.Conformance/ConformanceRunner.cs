using System.Globalization;
using System.Text;
using System.Text.Json;
using Mlops.Conformance.Benchmarks;
using Mlops.Conformance.Operations;
using Mlops.Conformance.Protocol;

namespace Mlops.Conformance;

/// <summary>Answers reference cases through the SDK's public API, one JSON line each.</summary>
/// <remarks>
/// Without arguments: cases on the input, answers on the output, until the input ends. <c>list</c> names the operations,
/// <c>bench OPERATION ROWS [REPEAT]</c> times one on generated data.
/// </remarks>
public static class ConformanceRunner
{
    private const string Usage =
        "Usage: (cases on standard input) | list | bench OPERATION ROWS [REPEAT]; benchmarks: ";

    /// <summary>Runs a command line and gives the exit status: 0, or 2 where the command line was wrong.</summary>
    public static int Run(IReadOnlyList<string> arguments, TextReader input, TextWriter output, TextWriter errors)
    {
        switch (arguments)
        {
            case []:
                while (input.ReadLine() is { } line)
                {
                    if (!string.IsNullOrWhiteSpace(line))
                    {
                        output.WriteLine(Answer(line));
                    }
                }

                return 0;

            case ["list"]:
                foreach (var operation in OperationRegistry.All)
                {
                    output.WriteLine(operation.Name);
                }

                return 0;

            case ["bench", _, _]
            or ["bench", _, _, _]:
                return Bench(arguments, output, errors);

            default:
                errors.WriteLine(Usage + BenchmarkRegistry.Names);
                return 2;
        }
    }

    /// <summary>The answer to one case: <c>{"id","result"}</c> or <c>{"id","error"}</c>. It never throws.</summary>
    public static string Answer(string line)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line);
        }
        catch (JsonException exception)
        {
            return Error(null, "InvalidCase", $"The line is not JSON: {exception.Message}");
        }

        using (document)
        {
            JsonElement? id =
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("id", out var given)
                    ? given
                    : null;
            try
            {
                return Answer(document.RootElement, id);
            }
            catch (InvalidCaseException exception)
            {
                return Error(id, exception.Type, exception.Message);
            }
            catch (Exception exception)
            {
                // Nothing may end the process: a fault of ours is an answer that says so.
                return Error(id, "InternalError", $"{exception.GetType().Name}: {exception.Message}");
            }
        }
    }

    private static string Answer(JsonElement given, JsonElement? id)
    {
        if (
            given.ValueKind != JsonValueKind.Object
            || !given.TryGetProperty("op", out var name)
            || name.ValueKind != JsonValueKind.String
        )
        {
            throw new InvalidCaseException("InvalidCase", "A case is an object with 'id', 'op' and 'args'.");
        }

        if (OperationRegistry.Find(name.GetString()!) is not { } operation)
        {
            throw new InvalidCaseException("UnknownOperation", $"There is no operation '{name.GetString()}'.");
        }

        var arguments = new CaseArguments(
            given.TryGetProperty("args", out var args) ? args : default,
            operation.ArgumentNames
        );
        return Write(
            id,
            writer =>
            {
                writer.WriteStartObject("result");
                try
                {
                    operation.Answer(arguments, new CaseResult(writer));
                }
                catch (ArgumentException exception)
                {
                    throw arguments.Translate(exception);
                }

                arguments.CheckNoneLeft();
                writer.WriteEndObject();
            }
        );
    }

    private static string Error(JsonElement? id, string type, string message) =>
        Write(
            id,
            writer =>
            {
                writer.WriteStartObject("error");
                writer.WriteString("type", type);
                writer.WriteString("message", message);
                writer.WriteEndObject();
            }
        );

    private static string Write(JsonElement? id, Action<Utf8JsonWriter> body)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("id");
            if (id is { } given)
            {
                given.WriteTo(writer);
            }
            else
            {
                writer.WriteNullValue();
            }

            body(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static int Bench(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var repeat = 5;
        if (BenchmarkRegistry.Find(arguments[1]) is not { } benchmark)
        {
            errors.WriteLine(
                $"There is no benchmark of '{arguments[1]}': shares and counts of a few bins have no rows to time. There are: {BenchmarkRegistry.Names}."
            );
            return 2;
        }

        if (
            !TryPositive(arguments[2], out var rows) || (arguments.Count == 4 && !TryPositive(arguments[3], out repeat))
        )
        {
            errors.WriteLine("ROWS and REPEAT must be whole numbers of at least 1.");
            return 2;
        }

        output.WriteLine(BenchmarkRun.Measure(benchmark, rows, repeat));
        return 0;
    }

    private static bool TryPositive(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1;
}
