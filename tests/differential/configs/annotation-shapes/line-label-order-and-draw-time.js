// 400 x 300
{
  "type": "bar",
  "data": {
    "labels": [
      "A",
      "B",
      "C",
      "D",
      "E"
    ],
    "datasets": [
      {
        "data": [
          3,
          7,
          5,
          9,
          4
        ],
        "backgroundColor": "rgba(70,130,180,0.6)"
      }
    ]
  },
  "options": {
    "scales": {},
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": [
          {
            "type": "line",
            "scaleID": "y",
            "value": 6,
            "borderWidth": 8,
            "borderColor": "red",
            "z": 10,
            "label": {
              "display": true,
              "content": "below",
              "z": 1
            }
          },
          {
            "type": "line",
            "scaleID": "y",
            "value": 5.5,
            "borderWidth": 8,
            "borderColor": "green",
            "z": 5,
            "drawTime": "beforeDatasetsDraw",
            "label": {
              "display": true,
              "content": "before",
              "position": "start"
            }
          },
          {
            "type": "line",
            "scaleID": "y",
            "value": 4,
            "borderColor": "blue",
            "borderWidth": 12,
            "drawTime": "afterDraw",
            "label": {
              "display": true,
              "content": "drawn under the bars",
              "drawTime": "beforeDraw",
              "position": "end"
            }
          }
        ]
      }
    }
  }
}
