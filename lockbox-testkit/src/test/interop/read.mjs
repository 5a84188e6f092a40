// Reads Avro topics from their beginning to their end, with clients that know nothing of the lockbox.
//
//   node read.mjs BROKERS REGISTRY TOPIC…
//
// Prints one JSON object a line: topic, partition, offset, key, the record's type, its value, and the
// value written again by this client (base64). Exit status 1 when the end is not reached in time.
import kafkajs from 'kafkajs'
import registryClient from '@confluentinc/schemaregistry'
import avsc from 'avsc'

const LIMIT_MILLIS = 60_000
const [brokers, registryUrl, ...topics] = process.argv.slice(2)
const { AvroDeserializer, SchemaRegistryClient, SerdeType } = registryClient
const registry = new SchemaRegistryClient({ baseURLs: [registryUrl] })
const deserializer = new AvroDeserializer(registry, SerdeType.VALUE, { subjectNameStrategyType: 'TOPIC_RECORD' })
const types = new Map()
const kafka = new kafkajs.Kafka({
  clientId: 'interop',
  brokers: brokers.split(','),
  logLevel: kafkajs.logLevel.ERROR
})

/** The offset behind the last record of each partition that has any. */
async function ends() {
  const admin = kafka.admin()
  await admin.connect()
  const all = new Map()
  for (const topic of topics) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      if (BigInt(high) > BigInt(low)) {
        all.set(`${topic}-${partition}`, BigInt(high))
      }
    }
  }
  await admin.disconnect()
  return all
}

/** Bytes as text where they are text, else as base64; whole numbers too large for JSON as text. */
function plain(name, value) {
  if (value && value.type === 'Buffer') {
    return Buffer.from(value.data).toString('utf8')
  }
  return typeof value === 'bigint' ? value.toString() : value
}

/** What the registry says the id means, asked for once. */
async function typeOf(id) {
  if (!types.has(id)) {
    const { schema } = await registry.getBySubjectAndId('', id)
    types.set(id, avsc.Type.forSchema(JSON.parse(schema)))
  }
  return types.get(id)
}

async function print(topic, partition, message) {
  const type = await typeOf(message.value.readInt32BE(1))
  const value = await deserializer.deserialize(topic, message.value)
  const again = Buffer.concat([message.value.subarray(0, 5), type.toBuffer(value)])
  const line = {
    topic,
    partition,
    offset: Number(message.offset),
    key: message.key.toString('utf8'),
    type: type.name,
    value,
    again: again.toString('base64')
  }
  process.stdout.write(JSON.stringify(line, plain) + '\n')
}

const left = await ends()
const consumer = kafka.consumer({ groupId: `interop-${process.pid}` })
const watchdog = setTimeout(() => {
  console.error(`not read within ${LIMIT_MILLIS} ms: ${[...left.keys()].join(', ')}`)
  process.exit(1)
}, LIMIT_MILLIS)

await consumer.connect()
await consumer.subscribe({ topics, fromBeginning: true })
const done = new Promise((resolve, reject) => {
  consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error))
  consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      const end = left.get(`${topic}-${partition}`)
      if (end !== undefined && BigInt(message.offset) < end) {
        await print(topic, partition, message)
        if (BigInt(message.offset) + 1n === end) {
          left.delete(`${topic}-${partition}`)
        }
      }
      if (left.size === 0) {
        resolve()
      }
    }
  })
})
await done
clearTimeout(watchdog)
await consumer.disconnect()
