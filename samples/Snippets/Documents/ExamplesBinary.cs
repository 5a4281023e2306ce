using Mlops.Serialization;

namespace Snippets.Documents;

internal static class ExamplesBinary
{
    public static void Payloads()
    {
        // <snippet: Payloads>
        var writer = new BinaryPayloadWriter();
        writer.WriteString("churn");
        writer.WriteVarUInt64(2);
        writer.WriteDoubles([0.25, 0.75]);
        byte[] bytes = BinaryEnvelope.Seal("acme.scores", schemaVersion: 1, "Acme 1.0", writer.WrittenSpan);

        BinaryEnvelope opened = BinaryEnvelope.Open(bytes, "acme.scores", newestSchemaVersion: 1);
        var reader = new BinaryPayloadReader(opened.Payload);
        var name = reader.ReadString(maximumLength: 100, "the model's name");
        var scores = new double[reader.ReadLength(sizeof(double), "the number of scores")];
        reader.ReadDoubles(scores, "the scores");
        reader.ThrowIfNotAtEnd();
        Console.WriteLine($"{name}: {string.Join(" ", scores)}; {bytes.Length} bytes by {opened.Producer}");

        bytes[^40] ^= 1;
        try
        {
            BinaryEnvelope.Open(bytes, "acme.scores", newestSchemaVersion: 1);
        }
        catch (EnvelopeFormatException exception)
        {
            Console.WriteLine(exception.Message);
        }
        // </snippet>
    }

    public static void Producers()
    {
        // <snippet: Producers>
        string producer = Producer.Of(typeof(Producer).Assembly);

        Console.WriteLine(producer.StartsWith("Mlops.Abstractions 0.", StringComparison.Ordinal));
        // </snippet>
    }
}
